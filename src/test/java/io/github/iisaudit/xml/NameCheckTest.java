package io.github.iisaudit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.dom4j.QName;
import org.junit.jupiter.api.Test;

class NameCheckTest {

    private static final String CHARACTERS = "aZ_:.-09 \u00e4\u00d7\n";

    @Test
    void saysWhatThePatternsOfDom4jSay() throws IllegalAccessException {
        List<Pattern> patterns = patterns();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int n = random.nextInt(5); n > 0; n--) {
                name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            for (Pattern pattern : patterns) {
                assertThat(NameCheck.matches(pattern.pattern(), name.toString()))
                        .as("<%s>", name)
                        .isEqualTo(pattern.matcher(name).matches());
            }
        }
    }

    private static List<Pattern> patterns() throws IllegalAccessException {
        List<Pattern> patterns = new ArrayList<>();
        for (Field field : QName.class.getDeclaredFields()) {
            if (field.getType() == Pattern.class) {
                field.setAccessible(true);
                patterns.add((Pattern) field.get(null));
            }
        }
        assertThat(patterns).hasSize(3);
        return patterns;
    }
}
