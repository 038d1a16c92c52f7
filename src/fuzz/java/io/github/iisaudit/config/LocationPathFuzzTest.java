package io.github.iisaudit.config;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.iisaudit.xml.UnreadableXmlException;
import java.util.Locale;

/** Whatever a location tag's path is: every path of the server has an answer, and other sites keep theirs. */
class LocationPathFuzzTest {

    @FuzzTest(maxDuration = "200s")
    void everyPathHasAnAnswer(FuzzedDataProvider data) throws UnreadableXmlException {
        String path = escape(data.consumeString(200));
        boolean isInWebConfig = data.consumeBoolean();
        String tag = "<location path=\"" + path + "\"><system.webServer><security><authentication>"
                + "<windowsAuthentication enabled=\"true\"/></authentication></security></system.webServer></location>";
        MemorySource source = MemorySource.of(host(isInWebConfig ? "" : tag))
                .with("C/s/web.config", "<configuration>" + (isInWebConfig ? tag : "") + "</configuration>")
                .with("C/t/index.htm", "");
        ServerConfiguration.read(source).forEachScope(scope -> {
            scope.sections();
            scope.document();
        });
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean isPlain = c >= ' ' && c < 127 && c != '<' && c != '&' && c != '"';
            escaped.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "&#%d;", 32 + c % 90));
        }
        return escaped.toString();
    }

    private static String host(String content) {
        return """
                <configuration><configSections>
                <sectionGroup name="system.applicationHost"><section name="sites"/><section name="applicationPools"/></sectionGroup>
                <sectionGroup name="system.webServer"><sectionGroup name="security"><sectionGroup name="authentication">
                <section name="windowsAuthentication"/></sectionGroup></sectionGroup></sectionGroup></configSections>
                <system.applicationHost><applicationPools><add name="P"/></applicationPools><sites>
                <site name="S" id="1"><application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="C:\\s"/></application></site>
                <site name="T" id="2"><application path="/" applicationPool="P"><virtualDirectory path="/" physicalPath="C:\\t"/></application></site>
                </sites></system.applicationHost>
                """ + content + "</configuration>";
    }
}
