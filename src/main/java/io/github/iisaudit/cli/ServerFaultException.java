package io.github.iisaudit.cli;

/** The program stumbled over a server, and reported the others. */
final class ServerFaultException extends RuntimeException {

    ServerFaultException(String server, Throwable cause) {
        super("server " + server + ": " + cause, cause);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
