package io.github.iisaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogWriterTest {

    private static String written(String text) {
        StringWriter out = new StringWriter();
        try (LogWriter gate = LogWriter.before(out)) {
            gate.write(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static String inPieces(String text) {
        StringWriter out = new StringWriter();
        try (LogWriter gate = LogWriter.before(out)) {
            for (char c : text.toCharArray()) {
                gate.write(c);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    @Test
    void commandsOfEveryServiceAreTakenApart() {
        assertThat(written("##vso[task.complete]x")).isEqualTo("##vso [task.complete]x");
        assertThat(written("a ##[error]x")).isEqualTo("a ## [error]x");
        assertThat(written("###[error]x")).isEqualTo("### [error]x");
        assertThat(written("##a##[b]")).isEqualTo("##a## [b]");
        assertThat(written("##teamcity[buildStop]")).isEqualTo("##teamcity [buildStop]");
        assertThat(written("::error::x")).isEqualTo("::error: :x");
        assertThat(written("a\n \t::add-mask::x")).isEqualTo("a\n \t::add-mask: :x");
        assertThat(written("::stop-commands::a::b:::c")).isEqualTo("::stop-commands: :a: :b: : :c");
    }

    @Test
    void whatHasNoWidthBetweenThePartsDoesNotHelp() {
        assertThat(written("#\uFE0F#v\u0301so[a]")).isEqualTo("#\uFE0F#v\u0301so [a]");
        assertThat(written("#\u200D#[a]")).isEqualTo("#\uFFFD# [a]");
        assertThat(written("\u2003:\u034F:error:\u034F:x")).isEqualTo("\u2003:\u034F:error:\u034F :x");
    }

    @Test
    void whereverTextIsCutItIsWrittenTheSame() {
        Random random = new Random(17);
        List<String> pieces = List.of(
                ":", "::", "#", "##", "[", "a", "vso", "\n", "\r\n", " ", "\t", "\u001B[1m", "\u001B", "\u00E9");
        for (int run = 0; run < 2000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            int cut = random.nextInt(text.length());
            StringWriter out = new StringWriter();
            try (LogWriter gate = LogWriter.before(out)) {
                gate.write(text.substring(0, cut));
                gate.write(text.substring(cut));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertThat(out.toString()).isEqualTo(written(text.toString())).isEqualTo(inPieces(text.toString()));
        }
    }

    @Test
    void otherTextStaysAsItIs() {
        for (String text : List.of(
                "## Heading\n# C# [1] #[a] a#b\n",
                "std::x and ::1, [::1]:80\n",
                "::1 is this host\n",
                "  ::: C/Windows/applicationHost.config:61\n",
                "a: b: c::d::e\n",
                "a,b\r\nc,d\r\n",
                "Gr\u00F6\u00DFe \uD83D\uDE00\n",
                new Colours(true).bold("b") + new Colours(true).frame("f") + "\n")) {
            assertThat(written(text)).isEqualTo(text);
            assertThat(inPieces(text)).isEqualTo(text);
        }
    }

    @Test
    void charactersThatReadersObeyBecomeTheReplacementCharacter() {
        for (char c :
                "\u0000\u0007\b\u000B\f\r\u001B\u007F\u0085\u009B\u00AD\u061C\u200B\u200E\u2028\u2029\u202E\u2066\uFEFF"
                        .toCharArray()) {
            assertThat(written("a" + c + "b")).isEqualTo("a\uFFFDb");
            assertThat(inPieces("a" + c)).isEqualTo("a\uFFFD");
        }
        assertThat(written("\u001B]0;title\u0007\u001B[2J\u001B[31m"))
                .isEqualTo("\uFFFD]0;title\uFFFD\uFFFD[2J\uFFFD[31m");
        assertThat(written("\u001B[1;3")).isEqualTo("\uFFFD[1;3");
        assertThat(written("\u001B[##[error]x")).isEqualTo("\uFFFD[## [error]x");
        assertThat(written("section_start:1:a\r\u001B[0K")).isEqualTo("section_start:1:a\uFFFD\uFFFD[0K");
    }

    @Test
    void aCommandIsTakenApartWhereverTheTextIsCut() {
        for (String text : List.of("x ##vso[a.b]c\n::error::d", "\u001B[1m##[e]\r\n::a::b")) {
            assertThat(inPieces(text)).isEqualTo(written(text)).contains(" [", ": :");
        }
    }

    @Test
    void theProgramsOwnCommandsPass() throws IOException {
        StringWriter out = new StringWriter();
        LogWriter gate = LogWriter.before(out);
        gate.write("a\n");
        gate.command("::group::b");
        gate.write("::group::c\n");
        gate.command("##[endgroup]\u001B[2J");
        gate.command("##vso[task.logissue]##vso[a.b]");

        assertThat(out.toString())
                .isEqualTo("a\n::group::b\n::group: :c\n##[endgroup]\uFFFD[2J\n##vso[task.logissue]##vso [a.b]\n");
        assertThat(LogWriter.before(gate)).isSameAs(gate);
    }
}
