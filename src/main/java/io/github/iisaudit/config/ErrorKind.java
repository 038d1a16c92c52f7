package io.github.iisaudit.config;

import java.util.Locale;

/**
 * What IIS can refuse, with the HRESULT that it shows in the HTTP 500.19 page.
 *
 * @see <a href="https://learn.microsoft.com/troubleshoot/developer/webapps/iis/site-behavior-performance/http-error-500-19-webpage">KB 942055</a>
 */
public enum ErrorKind {
    SECTION_LOCKED("0x80070021"),
    LOCK_VIOLATION("0x80070021"),
    BAD_LOCK_ATTRIBUTES("0x8007000d"),
    MALFORMED_XML("0x8007000d"),
    BAD_ROOT("0x8007000d"),
    UNDECLARED("0x8007000d"),
    UNRECOGNIZED_ATTRIBUTE("0x8007000d"),
    INVALID_ATTRIBUTE_VALUE("0x8007000d"),
    DUPLICATE_ENTRY("0x800700b7"),
    DUPLICATE_SECTION("0x800700b7"),
    DUPLICATE_SECTION_DEFINITION("0x800700b7"),
    CONFIG_SECTIONS_MISPLACED("0x8007000d"),
    BOTH_OVERRIDE_ATTRIBUTES("0x8007000d"),
    DEFINITION_NOT_ALLOWED("0x8007000d"),
    LOCATION_NOT_ALLOWED("0x8007000d"),
    /** ASP.NET, not IIS, refuses it: the HRESULT is that of its ConfigurationErrorsException. */
    BEYOND_APPLICATION("0x80131902"),
    /** The same. */
    MACHINE_ONLY("0x80131902"),
    BAD_CONFIG_SOURCE("0x8007000d"),
    ENCRYPTED_SECTION("0x8007000d"),
    CANNOT_READ_FILE("0x80070003");

    private final String code;

    ErrorKind(String code) {
        this.code = code;
    }

    /** The HRESULT in hexadecimal. */
    public String code() {
        return code;
    }

    /** The name in output and rules: {@code section-locked}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
