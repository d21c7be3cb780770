package org.hashscape;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The log: a file of at most 5 MB and three older ones, where the property {@code hashscape.log} says. In code, since
 * reading it from XML took a twentieth of the program's start. What the property {@code logback.configurationFile} names, and the
 * configuration of tests, go before it.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {

    private static final FileSize LARGEST = FileSize.valueOf("5MB");

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        if (System.getProperty("logback.configurationFile") != null
                || LogConfiguration.class.getResource("/logback-test.xml") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        log.getStatusManager().add(new FirstTrouble());
        log.getLogger("org.flywaydb").setLevel(Level.WARN);
        log.getLogger("org.apache.sis").setLevel(Level.ERROR);
        ch.qos.logback.classic.Logger root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(file(log));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Says once, on standard error, why no log is kept; left alone, Logback prints all it did on standard output. */
    private static final class FirstTrouble implements StatusListener {

        private final AtomicBoolean told = new AtomicBoolean();

        @Override
        public void addStatusEvent(Status status) {
            if (status.getLevel() >= Status.WARN && told.compareAndSet(false, true)) {
                System.err.println("hashscape: no log is kept: " + status.getMessage());
            }
        }
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext log) {
        String place = System.getProperty(
                "hashscape.log",
                Path.of(System.getProperty("java.io.tmpdir"), "hashscape.log").toString());
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(log);
        appender.setName("file");
        appender.setFile(place);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{ISO8601} %-5level [%thread] %logger{36} - %msg%n");
        encoder.start();
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(log);
        older.setParent(appender);
        older.setFileNamePattern(place + ".%i");
        older.setMinIndex(1);
        older.setMaxIndex(3);
        older.start();
        appender.setRollingPolicy(older);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(log);
        size.setMaxFileSize(LARGEST);
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }
}
