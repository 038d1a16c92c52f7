package io.github.iisaudit.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes the applicationHost.config that is taken where the real one is not known. */
final class StockHost {

    private static final String STOCK = "/io/github/iisaudit/source/stock-applicationHost.config";
    private static final String PLACE = "<!-- sites -->";

    private StockHost() {}

    /** A site of one application in the pool of a new server. */
    record Site(String name, String physicalPath) {

        /** A name that a site can have: IIS forbids {@code /} and {@code ?}, XML forbids control characters. */
        static String nameFrom(String folder) {
            StringBuilder name = new StringBuilder(folder);
            for (int i = 0; i < name.length(); i++) {
                if (isForbidden(name.charAt(i))) {
                    name.setCharAt(i, '_');
                }
            }
            return name.toString().isBlank() ? "Site" : name.toString();
        }

        private static boolean isForbidden(char c) {
            return c < ' ' || c == '/' || c == '?' || c == 0x7F || c == '\uFFFE' || c == '\uFFFF';
        }

        private String xml(int id) {
            return "<site name=\"" + escaped(name) + "\" id=\"" + id + "\">\n"
                    + "        <application path=\"/\">\n"
                    + "          <virtualDirectory path=\"/\" physicalPath=\"" + escaped(physicalPath) + "\"/>\n"
                    + "        </application>\n"
                    + "        <bindings>\n"
                    + "          <binding protocol=\"http\" bindingInformation=\"*:80:\"/>\n"
                    + "        </bindings>\n"
                    + "      </site>";
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }

    /** A stock file with these sites, in this order. */
    static ConfigFile with(List<Site> sites) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < sites.size(); i++) {
            elements.append(i == 0 ? "" : "\n      ").append(sites.get(i).xml(i + 1));
        }
        byte[] stock = ProgramFile.bytes(STOCK).orElseThrow();
        int place = new String(stock, StandardCharsets.ISO_8859_1).indexOf(PLACE);
        byte[] written = elements.toString().getBytes(StandardCharsets.UTF_8);
        int rest = place + PLACE.length();
        byte[] bytes = Arrays.copyOf(stock, place + written.length + stock.length - rest);
        System.arraycopy(written, 0, bytes, place, written.length);
        System.arraycopy(stock, rest, bytes, place + written.length, stock.length - rest);
        return new ConfigFile("(stock) applicationHost.config", bytes);
    }
}
