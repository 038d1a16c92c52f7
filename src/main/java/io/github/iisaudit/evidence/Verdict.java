package io.github.iisaudit.evidence;

/** Whether it was the 401.1 of KB 2749007, the strongest first. */
public enum Verdict {
    /** A capture shows it. */
    CONFIRMED("confirmed"),
    /** The log shows all that a log can show. */
    PROBABLE("probable"),
    /** A normal logon that sends credentials at once looks the same. */
    CONSISTENT("consistent"),
    /** It looks so, but cannot be: kernel mode or Windows authentication is off. */
    CONTRADICTED("contradicted"),
    /** 401.1 for other reasons. */
    OTHER_CAUSE("other-cause"),
    /** Requests, but none such. */
    NOT_SEEN("not-seen"),
    /** Nothing that could tell. */
    NO_EVIDENCE("no-evidence");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /** The name in output. */
    public String id() {
        return id;
    }

    /** Whether it is taken for the fault. */
    public boolean isFault() {
        return this == CONFIRMED || this == PROBABLE;
    }
}
