package io.github.iisaudit.evidence;

/**
 * Where a request went: an application and, within it, the nearest path with settings of its own. There is one object for each, so they
 * are told apart by identity.
 */
final class Place {

    /** Whether what the fault needs is on. */
    enum KernelMode {
        ON,
        OFF,
        /** It is on, but Windows authentication is not. */
        UNUSED,
        UNKNOWN;

        boolean isOff() {
            return this == OFF || this == UNUSED;
        }
    }

    private final ApplicationEvidence application;
    private final KernelMode kernelMode;

    Place(ApplicationEvidence application, KernelMode kernelMode) {
        this.application = application;
        this.kernelMode = kernelMode;
    }

    ApplicationEvidence application() {
        return application;
    }

    KernelMode kernelMode() {
        return kernelMode;
    }
}
