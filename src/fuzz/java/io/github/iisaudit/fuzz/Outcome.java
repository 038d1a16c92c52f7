package io.github.iisaudit.fuzz;

import java.util.List;
import java.util.Map;

/**
 * What a command line did.
 *
 * @param printed standard output under "stdout", complaints under "stderr", and each file that was written
 * @param milliseconds of processor time, of all threads
 */
record Outcome(List<String> call, int exit, Map<String, byte[]> printed, long milliseconds) {

    static final String OUT = "stdout";
    static final String ERR = "stderr";
}
