package io.millrace.base.config;

import java.util.function.Consumer;

/** The configuration as it is now, which may change while the server runs. Thread-safe. */
public interface ConfigSource {
    /** What holds now; never half of a change. */
    ConfigTree current();

    /**
     * Asks to be told of every later configuration, and tells of the present one at once. A listener that throws refuses it: then nobody's configuration changes. Listeners are called one
     * after the other, in the order they were added, and must be quick.
     */
    void follow(Consumer<ConfigTree> listener);

    /**
     * Reads the files again now.
     *
     * @throws io.millrace.base.error.DbException what is wrong with them; everything stays as it was
     */
    void reload();

    /** A configuration that never changes. */
    static ConfigSource fixed(ConfigTree tree) {
        return new ConfigSource() {
            @Override
            public ConfigTree current() {
                return tree;
            }

            @Override
            public void follow(Consumer<ConfigTree> listener) {
                listener.accept(tree);
            }

            @Override
            public void reload() {
                // There is nothing to read again.
            }
        };
    }
}
