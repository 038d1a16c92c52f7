package io.github.iisaudit.evidence;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a failed-request trace: one request, with the headers that came along and the error that a module set.
 *
 * @see <a href="https://learn.microsoft.com/iis/troubleshoot/using-failed-request-tracing/using-failed-request-tracing-in-iis">Failed
 *     request tracing</a>
 */
final class TraceReader {

    /**
     * What a trace tells.
     *
     * @param siteId empty where it does not tell
     * @param code of the 401.1; 0 where there is none
     */
    record Traced(String siteId, Session session, String status, long code, boolean hasUser) {}

    private static final Pattern NUMBER = Pattern.compile("(?:0x)?[0-9a-f]{4,10}\\b");

    private final XMLStreamReader xml;
    private String url = "";
    private String siteId = "";
    private String status = "";
    private boolean hasUser;
    private long time = LogTime.NONE;
    private long code;
    private String headers = "";
    private HttpHead request = new HttpHead();
    private HttpHead answer = new HttpHead();

    private TraceReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Traced read(byte[] document) throws IOException, UnreadableEvidenceException {
        return SafeXml.read(document, xml -> new TraceReader(xml).traced());
    }

    private Traced traced() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                element();
            }
        }
        int dot = status.indexOf('.');
        String number = dot < 0 ? status : status.substring(0, dot);
        Session session = new Session(
                "",
                time,
                "",
                RequestUrl.of(url, request.host()),
                request.token(),
                number.matches("\\d{3}") ? Integer.parseInt(number) : 0,
                answer.offer());
        return new Traced(siteId, session, status, code, hasUser);
    }

    private void element() throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "failedRequest" -> root();
            case "TimeCreated" -> begun(SafeXml.attribute(xml, "SystemTime"));
            case "Data" -> data(SafeXml.attribute(xml, "Name"));
            case "Opcode" -> opcode(xml.getElementText());
            default -> {}
        }
    }

    private void root() {
        url = SafeXml.attribute(xml, "url");
        siteId = SafeXml.attribute(xml, "siteId");
        status = SafeXml.attribute(xml, "statusCode");
        hasUser = !SafeXml.attribute(xml, "remoteUserName").isEmpty()
                || !SafeXml.attribute(xml, "userName").isEmpty();
    }

    private void begun(String text) {
        if (time == LogTime.NONE) {
            time = SazReader.time(text, LogTime.NONE);
        }
    }

    private void data(String name) throws XMLStreamException {
        if (name.equals("Headers")) {
            headers = xml.getElementText();
        } else if (name.equals("ErrorCode")) {
            code = code(xml.getElementText()).orElse(code);
        }
    }

    /** Decimal or hexadecimal, perhaps with words around it. */
    private static Optional<Long> code(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(lower);
        try {
            return Optional.of(Objects.requireNonNull(Long.decode(number.find() ? number.group() : lower)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The headers stand before the name of their event. */
    private void opcode(String name) {
        if (name.equals("GENERAL_REQUEST_HEADERS")) {
            request = HttpHead.of(headers.lines().toList());
        } else if (name.equals("GENERAL_RESPONSE_HEADERS")) {
            answer = HttpHead.of(headers.lines().toList());
        }
    }
}
