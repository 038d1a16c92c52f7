package io.github.iisaudit.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes to a document that leave it one of elements and attributes, if perhaps not of those that IIS takes. */
final class TreeMutation {

    private final Dice dice;
    private final List<Tag> roots;

    TreeMutation(Dice dice, List<Tag> roots) {
        this.dice = dice;
        this.roots = roots;
    }

    void apply(int times) {
        for (int i = 0; i < times; i++) {
            apply();
        }
    }

    private void apply() {
        Tag tag = any();
        switch (dice.below(14)) {
            case 0 -> drop(tag.values);
            case 1 -> drop(tag.children);
            case 2 -> duplicateAttribute(tag);
            case 3 -> duplicateChild(tag);
            case 4, 5, 6 -> setValue(tag, Nasty.value(dice));
            case 7 -> takeValue(tag);
            case 8 -> move(tag);
            case 9 -> Collections.shuffle(tag.children, new java.util.Random(dice.seed()));
            case 10 -> locationPath();
            case 11 -> tag.name = dice.of(any().name, "add", "remove", "clear", "location", "section", "x:y");
            case 12 -> attribute(tag);
            default -> repeat(tag);
        }
    }

    /** Much of one thing: what takes more than its share of time or memory shows with it. */
    void grow() {
        Tag tag = any();
        int many = dice.of(500, 3000, 10_000);
        switch (dice.below(4)) {
            case 0 -> names(tag, many);
            case 1 -> siblings(tag, Math.min(many, 60_000 / tag.write(Tag.LINE).length()));
            case 2 -> {
                for (int i = 0; i < many / 10; i++) {
                    Tag outer = new Tag(tag.name);
                    outer.children.addAll(tag.children);
                    tag.children.clear();
                    tag.children.add(outer);
                }
            }
            default -> {
                for (int i = 0; i < many; i++) {
                    tag.values.add(new Tag.Value("a" + i, "x"));
                }
            }
        }
    }

    private void names(Tag tag, int many) {
        StringBuilder names = new StringBuilder();
        String divider = dice.of(",", "/", ";", "|");
        for (int i = 0; i < many; i++) {
            names.append('n').append(i).append(divider);
        }
        List<Tag> locations = dice.of(roots).all().stream()
                .filter(it -> it.name.equals("location"))
                .toList();
        setValue(locations.isEmpty() ? tag : dice.of(locations), names.toString());
    }

    private void siblings(Tag tag, int many) {
        for (int i = 0; i < many && !tag.children.isEmpty(); i++) {
            Tag child = tag.children.get(0).copy();
            int number = i;
            child.values.stream().limit(1).forEach(value -> value.text += number);
            tag.children.add(child);
        }
    }

    private Tag any() {
        return dice.of(dice.of(roots).all());
    }

    private void drop(List<?> list) {
        if (!list.isEmpty()) {
            list.remove(dice.below(list.size()));
        }
    }

    private void duplicateAttribute(Tag tag) {
        if (!tag.values.isEmpty()) {
            Tag.Value value = dice.of(tag.values);
            String name = dice.oneIn(2) ? value.name.toUpperCase(java.util.Locale.ROOT) : value.name;
            tag.values.add(new Tag.Value(name, dice.oneIn(2) ? value.text : Nasty.value(dice)));
        }
    }

    private void duplicateChild(Tag tag) {
        if (!tag.children.isEmpty()) {
            tag.children.add(
                    dice.below(tag.children.size() + 1), dice.of(tag.children).copy());
        }
    }

    private void setValue(Tag tag, String text) {
        if (!tag.values.isEmpty()) {
            dice.of(tag.values).text = text;
        } else if (!tag.text.isBlank()) {
            tag.text = text;
        }
    }

    private void takeValue(Tag tag) {
        Tag other = any();
        if (!other.values.isEmpty()) {
            setValue(tag, dice.of(other.values).text);
        }
    }

    /** An element with all below it goes elsewhere, perhaps to another file. */
    private void move(Tag tag) {
        if (!tag.children.isEmpty()) {
            Tag moved = tag.children.remove(dice.below(tag.children.size()));
            List<Tag> places = new ArrayList<>();
            roots.forEach(root -> places.addAll(root.all()));
            dice.of(places).children.add(moved);
        }
    }

    private void locationPath() {
        for (Tag tag : dice.of(roots).all()) {
            if (tag.name.equals("location") && !tag.values.isEmpty() && dice.oneIn(2)) {
                Tag.Value path = tag.values.get(0);
                path.text = dice.of(
                        path.text + "/",
                        "/" + path.text,
                        path.text + "," + Nasty.value(dice),
                        path.text.toUpperCase(java.util.Locale.ROOT),
                        path.text.replace('/', '\\'),
                        path.text + "/../" + path.text,
                        path.text + "/" + Nasty.value(dice));
                return;
            }
        }
    }

    private void attribute(Tag tag) {
        String name = dice.of(
                "lockItem",
                "lockAttributes",
                "lockElements",
                "lockAllAttributesExcept",
                "configSource",
                "file",
                "overrideMode",
                "allowOverride",
                "inheritInChildApplications",
                "enabled",
                "path",
                "physicalPath",
                "configProtectionProvider",
                "xmlns",
                "xml:space",
                "xdt:Transform",
                "userName",
                "value",
                "password");
        tag.values.add(new Tag.Value(name, dice.oneIn(3) ? "*" : Nasty.value(dice)));
    }

    private void repeat(Tag tag) {
        if (!tag.children.isEmpty()) {
            Tag child = dice.of(tag.children);
            for (int i = 0; i < dice.of(3, 30, 300) && child.all().size() < 20; i++) {
                tag.children.add(child.copy());
            }
        }
    }
}
