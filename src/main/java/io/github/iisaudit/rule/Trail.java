package io.github.iisaudit.rule;

import io.github.iisaudit.config.Onlooker;
import io.github.iisaudit.config.Part;
import java.util.ArrayList;
import java.util.List;

/** The parts of a document that rules looked at, each once, in the order in which they did so first. Not safe for use by several threads. */
final class Trail implements Onlooker {

    private final List<Part> parts = new ArrayList<>();
    private boolean isOpen;

    /** Forgets what was seen, and begins anew. */
    void start() {
        parts.clear();
        isOpen = true;
    }

    /** Takes note of nothing until the next start. */
    void stop() {
        isOpen = false;
    }

    @Override
    public void sees(Part part) {
        if (!isOpen) {
            return;
        }
        boolean isDetail = part.isDetail();
        for (int i = 0; i < parts.size(); i++) {
            Part known = parts.get(i);
            if (known == part || (isDetail && known.tells(part))) {
                return;
            }
        }
        parts.add(part);
    }

    List<Part> parts() {
        return parts;
    }
}
