package io.github.iisaudit.config;

import java.util.ArrayList;
import java.util.List;

/** The values of a section, looked up in its state. */
record StateValues(ElementState state, ElementSchema schema) implements SectionValues {

    @Override
    public String value(String attribute) {
        return new ElementState.Entry("", state).value(attribute, schema);
    }

    @Override
    public List<String> entries(String collection, String attribute) {
        List<String> values = new ArrayList<>();
        for (ElementState.Entry entry : state.child(collection).entries()) {
            Origin.Written value = entry.state().attributes().get(attribute);
            if (value != null) {
                values.add(value.value());
            }
        }
        return values;
    }

    @Override
    public boolean lists(String attribute, String value) {
        for (ElementState.Entry entry : state.entries()) {
            Origin.Written written = entry.state().attributes().get(attribute);
            if (written != null && written.value().equals(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isWritten(String attribute) {
        return state.attributes().containsKey(attribute);
    }
}
