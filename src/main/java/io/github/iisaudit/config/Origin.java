package io.github.iisaudit.config;

import io.github.iisaudit.xml.Anchor;
import io.github.iisaudit.xml.LocatedAttribute;
import io.github.iisaudit.xml.LocatedElement;
import io.github.iisaudit.xml.Span;
import java.util.ArrayList;
import java.util.List;
import org.dom4j.Element;
import org.jspecify.annotations.Nullable;

/** Where an effective value comes from. */
public sealed interface Origin {

    /** The place to show: what was written, or the nearest written thing that could have said otherwise. */
    Span span();

    /** The same place by names instead of offsets, which stays when lines move. */
    String anchor();

    /** What the value overrode, the latest first; empty where it was the first. */
    List<Written> via();

    /**
     * Somebody typed it.
     *
     * @param element the element, or the one that has the attribute
     * @param attribute the attribute, or null where the element itself is meant
     * @param value the value as normalised by its type; the name for an element
     * @param overrode the value before, or null where there was none
     */
    record Written(
            LocatedElement element,
            @Nullable LocatedAttribute attribute,
            String value,
            @Nullable Written overrode) implements Origin {

        static Written of(LocatedElement element) {
            return new Written(element, null, element.getName(), null);
        }

        /** What somebody wrote, a deployment perhaps over something else, of which it is told as of what was overridden. */
        static Written of(LocatedElement element, LocatedAttribute attribute, String value, @Nullable Written before) {
            boolean isBrought = attribute.span().source() != element.startTag().source();
            if (attribute.over().isEmpty()) {
                return new Written(element, attribute, value, isBrought ? Written.into(element, before) : before);
            }
            LocatedAttribute over = attribute.over().get();
            return new Written(element, attribute, value, of(element, over, over.getValue(), before));
        }

        /** Where a deployment puts what it brings. */
        private static Written into(LocatedElement element, @Nullable Written before) {
            return new Written(element, null, element.getName(), before);
        }

        @Override
        public Span span() {
            return attribute == null ? element.nameSpan() : attribute.span();
        }

        @Override
        public String anchor() {
            return attribute == null ? Anchor.of(element) : Anchor.of(element, attribute.getQualifiedName());
        }

        @Override
        public List<Written> via() {
            List<Written> chain = new ArrayList<>();
            for (Written w = overrode; w != null; w = w.overrode) {
                chain.add(w);
            }
            return chain;
        }

        /** The path of the location tag around it as written, or null outside location tags. */
        public @Nullable String location() {
            for (Element e = element; e != null; e = e.getParent()) {
                if (e.getName().equals("location")) {
                    return e.attributeValue("path", "");
                }
            }
            return null;
        }
    }

    /**
     * Nobody did: the schema's default.
     *
     * @param nearest the nearest written element that could have said otherwise
     * @param name the attribute that is not written
     */
    record Default(LocatedElement nearest, String name) implements Origin {

        @Override
        public Span span() {
            return nearest.nameSpan();
        }

        @Override
        public String anchor() {
            return Anchor.of(nearest, name);
        }

        @Override
        public List<Written> via() {
            return List.of();
        }
    }

    /** Something in a file that could not be parsed, so that no element stands there. */
    record Unparsed(Span span) implements Origin {

        @Override
        public String anchor() {
            return "";
        }

        @Override
        public List<Written> via() {
            return List.of();
        }
    }
}
