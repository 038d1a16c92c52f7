package io.github.iisaudit.xml;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dom4j.QName;

/** Qualified names without a namespace, made once: dom4j's own cache is a synchronized weak map. Safe for use by several threads. */
public final class Names {

    private static final Map<String, QName> KNOWN = new ConcurrentHashMap<>();

    /** More than all schemas have together: names that users make up are not kept for ever. */
    private static final int MOST = 10_000;

    private Names() {}

    /** The qualified name; most are the same object whoever asks. */
    public static QName of(String name) {
        QName known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        return KNOWN.size() < MOST ? KNOWN.computeIfAbsent(name, QName::new) : new QName(name);
    }
}
