package io.github.iisaudit.whatif;

import java.util.List;
import java.util.Locale;

/**
 * How one application, or a folder that differs from its application, stands before the two questions: can its users get the 401.1
 * of KB 2749007, and what would it do to turn kernel mode off there.
 *
 * @param pool the name of its application pool; empty where none is known
 * @param identity what the pool runs as; empty where it is not known
 * @param methods the kinds of authentication that are on, in the order of the schema: {@code anonymous}, {@code windows}
 * @param kernelMode whether it is set; it counts where Windows authentication is on
 * @param account whose key decrypts service tickets; empty where nobody's does or it is not known
 * @param off what turning kernel mode off at every application would do to this one
 */
public record Standing(
        String path,
        boolean isFolder,
        String pool,
        String identity,
        Windows windows,
        List<String> methods,
        boolean kernelMode,
        String account,
        Chance preauthentication,
        Verdict off) {

    /** Whether Windows authentication is on. */
    public enum Windows {
        ON,
        OFF,
        /** IIS answers 500.19 there. */
        FAILS,
        /** The files do not tell. */
        UNKNOWN;

        /** The word in output: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the first request that brings credentials along can get a 401.1. */
    public enum Chance {
        YES,
        /** Kernel mode is on, but callers without credentials are let in: no source says whether it can still happen. */
        UNLIKELY,
        NO,
        UNKNOWN;

        /** The word in output: lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether Windows authentication is on and runs in kernel mode. */
    public boolean isInKernel() {
        return windows == Windows.ON && kernelMode;
    }
}
