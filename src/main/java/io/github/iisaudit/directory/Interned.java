package io.github.iisaudit.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that many records share, by numbers. */
final class Interned {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            known = texts.size();
            numbers.put(text, known);
            texts.add(text);
        }
        return known;
    }

    String text(int number) {
        return texts.get(number);
    }
}
