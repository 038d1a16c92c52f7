package io.github.iisaudit.config;

import java.util.List;

/**
 * An installed product whose setup owns the configuration of its pools and paths, so that changes are made with its own tools.
 *
 * @param name as its maker writes it
 * @param setting the maker's supported way to change what IIS is configured to do, for a sentence
 * @param page where the maker describes it
 * @param pools the names of its application pools
 * @param sites the names of sites that are wholly its own
 * @param paths its applications, from the site on; {@code #} stands for digits, {@code *} for anything but a slash
 * @param defaults the rules that flag what its setup makes on purpose
 * @param yours the rules whose remedy its setup leaves to others
 * @param sources the pages that say so
 */
public record Product(
        String name,
        String setting,
        String page,
        List<String> pools,
        List<String> sites,
        List<String> paths,
        List<String> defaults,
        List<String> yours,
        List<String> sources) {

    /** Whether what a rule flags is what the maker's setup makes. */
    public boolean isByDefault(String rule) {
        return defaults.contains(rule);
    }

    /** Whether what a rule flags is mended as anywhere else, such as a binding that the maker has people make. */
    public boolean leaves(String rule) {
        return yours.contains(rule);
    }

    /** What to do instead of changing IIS by hand, in one line. */
    public String remedy() {
        return "pool and path belong to " + name
                + ", whose setup owns these settings: use the maker's supported setting, " + setting + " (" + page
                + ")";
    }
}
