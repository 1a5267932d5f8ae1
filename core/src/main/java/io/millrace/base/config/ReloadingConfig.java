package io.millrace.base.config;

import io.millrace.base.error.DbException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration that follows its files. A broken file leaves everything as it was, and the log says why. Thread-safe: one lock, held while files are read and listeners told.
 */
public final class ReloadingConfig implements ConfigSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadingConfig.class);

    private final ConfigFiles files;
    private final List<Consumer<ConfigTree>> listeners = new ArrayList<>();
    private final Object lock = new Object();
    private volatile ConfigFiles.Loaded loaded;
    private volatile String lastFailure = "";

    /**
     * @throws DbException CANNOT_LOAD_CONFIG or INVALID_CONFIG_PARAMETER
     */
    public ReloadingConfig(ConfigFiles files) {
        this.files = files;
        this.loaded = files.load();
    }

    @Override
    public ConfigTree current() {
        return loaded.tree();
    }

    @Override
    public void follow(Consumer<ConfigTree> listener) {
        synchronized (lock) {
            listener.accept(loaded.tree());
            listeners.add(listener);
        }
    }

    /** Reads the files again if one has changed; what goes wrong is logged, once. */
    public void check() {
        try {
            if (files.changedSince(loaded)) {
                reload();
                lastFailure = "";
            }
        } catch (DbException e) {
            if (!lastFailure.equals(e.getMessage())) {
                lastFailure = String.valueOf(e.getMessage());
                LOG.error("The configuration stays as it was. {}", e.getMessage());
            }
        }
    }

    @Override
    public void reload() {
        synchronized (lock) {
            ConfigFiles.Loaded before = loaded;
            ConfigFiles.Loaded next = files.load();
            if (next.tree().equals(before.tree())) {
                loaded = next;
                return;
            }
            tell(next.tree(), before.tree());
            loaded = next;
            LOG.info("The configuration was read again");
        }
    }

    private void tell(ConfigTree next, ConfigTree before) {
        int told = 0;
        try {
            for (Consumer<ConfigTree> listener : listeners) {
                listener.accept(next);
                told++;
            }
        } catch (DbException e) {
            listeners.subList(0, told).forEach(listener -> listener.accept(before));
            throw e;
        }
    }
}
