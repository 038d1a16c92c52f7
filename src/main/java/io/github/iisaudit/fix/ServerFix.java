package io.github.iisaudit.fix;

import java.util.List;

/**
 * What would mend the findings of one server.
 *
 * @param root as typed on the command line
 * @param mended in the order of the findings
 * @param leftOut the findings that nothing is done about, in their order
 * @param patches the files that change, in order of their paths
 * @param isWhole whether all files of the server could be read
 */
public record ServerFix(
        String name, String root, List<Mended> mended, List<LeftOut> leftOut, List<Patch> patches, boolean isWhole) {

    /** Copies the lists. */
    public ServerFix {
        mended = List.copyOf(mended);
        leftOut = List.copyOf(leftOut);
        patches = List.copyOf(patches);
    }
}
