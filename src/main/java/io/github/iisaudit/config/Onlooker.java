package io.github.iisaudit.config;

/** Is told which parts of an effective document somebody looks at, each before it is looked at; most of them many times. */
public interface Onlooker {

    void sees(Part part);
}
