package io.github.iisaudit.cli;

import io.github.iisaudit.report.ClientFix;
import io.github.iisaudit.report.ConfirmFormat;
import io.github.iisaudit.report.EffectiveReporter;
import io.github.iisaudit.report.FixFormat;
import io.github.iisaudit.report.Format;
import io.github.iisaudit.report.HistoryFormat;
import io.github.iisaudit.report.KerberosFormat;
import io.github.iisaudit.report.TransformFormat;
import io.github.iisaudit.report.WhatIfFormat;
import io.github.iisaudit.rule.Confidence;
import io.github.iisaudit.rule.Severity;
import io.github.iisaudit.source.SourceOptions;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words on the command line, in any case. A word that is none of them is answered with all of them. */
abstract class Choice<T> implements ITypeConverter<T> {

    private final Map<String, T> values = new LinkedHashMap<>();

    Choice(T[] values, Function<T, String> id) {
        Arrays.stream(values).forEach(v -> this.values.put(id.apply(v), v));
    }

    /** The words that there are. */
    Set<String> words() {
        return values.keySet();
    }

    @Override
    public T convert(String word) {
        T value = values.get(word.toLowerCase(Locale.ROOT));
        if (value == null) {
            value = values.get(word);
        }
        if (value == null) {
            throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", values.keySet()));
        }
        return value;
    }

    static final class OfFormat extends Choice<Format> {
        OfFormat() {
            super(Format.values(), Format::id);
        }
    }

    /** The formats of a report, for the help. */
    static final class FormatIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Format.values()).map(Format::id).iterator();
        }
    }

    static final class OfEffectiveFormat extends Choice<EffectiveReporter.Format> {
        OfEffectiveFormat() {
            super(EffectiveReporter.Format.values(), EffectiveReporter.Format::id);
        }
    }

    static final class OfWhatIfFormat extends Choice<WhatIfFormat> {
        OfWhatIfFormat() {
            super(WhatIfFormat.values(), WhatIfFormat::id);
        }
    }

    static final class OfFixFormat extends Choice<FixFormat> {
        OfFixFormat() {
            super(FixFormat.values(), FixFormat::id);
        }
    }

    static final class OfTransformFormat extends Choice<TransformFormat> {
        OfTransformFormat() {
            super(TransformFormat.values(), TransformFormat::id);
        }
    }

    static final class OfConfirmFormat extends Choice<ConfirmFormat> {
        OfConfirmFormat() {
            super(ConfirmFormat.values(), ConfirmFormat::id);
        }
    }

    static final class OfKerberosFormat extends Choice<KerberosFormat> {
        OfKerberosFormat() {
            super(KerberosFormat.values(), KerberosFormat::id);
        }
    }

    static final class OfHistoryFormat extends Choice<HistoryFormat> {
        OfHistoryFormat() {
            super(HistoryFormat.values(), HistoryFormat::id);
        }
    }

    static final class OfClientFix extends Choice<ClientFix> {
        OfClientFix() {
            super(ClientFix.values(), ClientFix::id);
        }
    }

    static final class OfListFormat extends Choice<ListFormat> {
        OfListFormat() {
            super(ListFormat.values(), f -> f.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class OfPageFormat extends Choice<PageFormat> {
        OfPageFormat() {
            super(PageFormat.values(), f -> f.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class OfShell extends Choice<CompletionCommand.Shell> {
        OfShell() {
            super(CompletionCommand.Shell.values(), s -> s.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class OfSeverity extends Choice<Severity> {
        OfSeverity() {
            super(Severity.values(), Severity::id);
        }
    }

    static final class OfConfidence extends Choice<Confidence> {
        OfConfidence() {
            super(Confidence.values(), Confidence::id);
        }
    }

    static final class OfFailOn extends Choice<FailOn> {
        OfFailOn() {
            super(FailOn.values(), f -> f.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class OfWhen extends Choice<ColourOption.When> {
        OfWhen() {
            super(ColourOption.When.values(), w -> w.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class OfSettingsFrom extends Choice<ChangeArguments.SettingsFrom> {
        OfSettingsFrom() {
            super(ChangeArguments.SettingsFrom.values(), s -> s.name().toLowerCase(Locale.ROOT));
        }
    }

    static final class OfKind extends Choice<SourceOptions.Kind> {
        OfKind() {
            super(
                    new SourceOptions.Kind[] {SourceOptions.Kind.APPLICATION_HOST, SourceOptions.Kind.WEB},
                    k -> k == SourceOptions.Kind.WEB ? "web" : "applicationHost");
        }
    }
}
