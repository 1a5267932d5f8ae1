package io.millrace.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import io.millrace.base.config.ConfigTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the log to standard error; found by logback itself, so there is no configuration file. Quiet until a server starts. */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String CONSOLE = "console";
    private static final List<String> LEVELS =
            List.of("none", "fatal", "critical", "error", "warning", "notice", "information", "debug", "trace", "test");

    /**
     * What the configuration says in {@code logger}; immutable.
     *
     * @param level what is logged at least
     * @param console whether standard error gets the log, also when there are files
     * @param file gets everything that is logged
     * @param errorFile gets errors only
     * @param bytes a file that is longer is put aside
     * @param count of the files that were put aside as many are kept
     */
    record Options(
            String level, boolean console, Optional<Path> file, Optional<Path> errorFile, long bytes, int count) {
        private static final String ROTATE_AT = "1000M";
        private static final long KEEP = 10;

        static Options of(ConfigTree config) {
            Optional<Path> file =
                    config.text("logger/log").filter(f -> !f.isEmpty()).map(Path::of);
            config.at("logger/level").ifPresent(LogSetup::checkLevel);
            return new Options(
                    config.text("logger/level").orElse("information"),
                    config.flag("logger/console").orElse(file.isEmpty()),
                    file,
                    config.text("logger/errorlog").filter(f -> !f.isEmpty()).map(Path::of),
                    config.at("logger/size").map(Options::size).orElseGet(() -> size(ROTATE_AT)),
                    Math.clamp(config.number("logger/count").orElse(KEEP), 1, 1000));
        }

        private static long size(ConfigTree element) {
            try {
                return size(element.text());
            } catch (IllegalArgumentException e) {
                throw element.wrong("'" + element.text() + "' is not a size. Write it as 1000M or 1G");
            }
        }

        private static long size(String text) {
            return FileSize.valueOf(Character.isDigit(text.charAt(text.length() - 1)) ? text : text + "B")
                    .getSize();
        }
    }

    private static void checkLevel(ConfigTree element) {
        if (!LEVELS.contains(element.text().toLowerCase(Locale.ROOT))) {
            throw element.wrong("'" + element.text() + "' is not a level. Write one of " + String.join(", ", LEVELS));
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(CONSOLE);
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder(context));
        console.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context) {
        LogLine line = new LogLine();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(line);
        encoder.start();
        return encoder;
    }

    /** Logs as a server is told to. */
    static void apply(Options options) {
        level(options.level());
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        options.file().ifPresent(file -> root.addAppender(rolling(context, file, options)));
        options.errorFile().ifPresent(file -> {
            RollingFileAppender<ILoggingEvent> errors = rolling(context, file, options);
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel("ERROR");
            filter.start();
            errors.addFilter(filter);
            root.addAppender(errors);
        });
        if (!options.console()) {
            Appender<ILoggingEvent> console = root.getAppender(CONSOLE);
            if (console != null) {
                root.detachAppender(console);
            }
        }
    }

    /** As ClickHouse puts files aside: {@code server.log.0} is the youngest of them. */
    private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, Path file, Options options) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(appender);
        names.setFileNamePattern(file + ".%i");
        names.setMinIndex(0);
        names.setMaxIndex(options.count() - 1);
        names.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(options.bytes()));
        size.start();
        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    /** Lets through this level and what is worse: trace, debug, information, warning, error or none, as in ClickHouse. */
    static void level(String name) {
        Level level = switch (name.toLowerCase(Locale.ROOT)) {
            case "trace", "test" -> Level.TRACE;
            case "debug" -> Level.DEBUG;
            case "warning" -> Level.WARN;
            case "error", "critical", "fatal" -> Level.ERROR;
            case "none" -> Level.OFF;
            default -> Level.INFO;
        };
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
        }
    }
}
