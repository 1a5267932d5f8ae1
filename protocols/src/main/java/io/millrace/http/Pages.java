package io.millrace.http;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import io.millrace.engine.Engine;
import io.millrace.http.rule.Handler;
import io.millrace.http.rule.Handler.Page;
import io.millrace.net.http.HttpExchange;
import io.millrace.net.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What the server's own pages and an administrator's fixed answers say. Thread-safe. */
final class Pages {
    private static final String ALIVE = "Ok.\n";
    private static final String HTML = "text/html; charset=UTF-8";
    private static final String TEXT = "text/plain; charset=UTF-8";
    private final Engine engine;
    private final HttpDoorOptions options;

    Pages(Engine engine, HttpDoorOptions options) {
        this.engine = engine;
        this.options = options;
    }

    FixedRoute.Content content(Page page) {
        return switch (page) {
            case PING -> FixedRoute.html(ALIVE);
            case INDEX -> options.defaultResponse().map(FixedRoute::html).orElseGet(Pages::index);
            case REPLICAS_STATUS -> this::replicasStatus;
            case PLAY -> own("play.html");
            case DASHBOARD -> own("dashboard.html");
            case METRICS -> new MetricsPage(engine);
        };
    }

    /** A person with a browser gets a page, everything else what health checks look for. */
    private static FixedRoute.Content index() {
        FixedRoute.Content alive = FixedRoute.html(ALIVE);
        FixedRoute.Content landing = own("index.html");
        return exchange -> {
            boolean browser = exchange.request().headers().get("User-Agent").startsWith("Mozilla");
            (browser ? landing : alive).answer(exchange);
        };
    }

    private static FixedRoute.Content own(String resource) {
        byte[] page;
        try (InputStream in = Pages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw DbException.bug("The page " + resource + " is missing");
            }
            page = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String policy = policy(new String(page, StandardCharsets.UTF_8));
        return exchange -> exchange.response()
                .header("Content-Type", HTML)
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .send(page);
    }

    /** Only the page's own script and style, known by their hashes; nobody may frame it. */
    private static String policy(String page) {
        return "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; script-src "
                + hash(page, "script") + "; style-src " + hash(page, "style");
    }

    private static String hash(String page, String element) {
        int begin = page.indexOf("<" + element + ">");
        if (begin < 0) {
            return "'none'";
        }
        String text = page.substring(begin + element.length() + 2, page.indexOf("</" + element + ">"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    FixedRoute.Content content(Handler.Fixed fixed) {
        return exchange -> {
            byte[] bytes = bytes(fixed.content());
            HttpResponse response = exchange.response();
            response.status(fixed.status()).header("Content-Type", fixed.contentType());
            fixed.headers().forEach(response::header);
            response.send(bytes);
        };
    }

    FixedRoute.Content content(Handler.Redirect redirect) {
        return exchange -> {
            HttpResponse response = exchange.response();
            response.status(302).header("Location", redirect.location());
            redirect.headers().forEach(response::header);
            response.send(new byte[0]);
        };
    }

    private byte[] bytes(Handler.Content content) {
        return switch (content) {
            case Handler.Content.Text text -> text.text().getBytes(StandardCharsets.UTF_8);
            case Handler.Content.File file -> read(file.path());
        };
    }

    private byte[] read(String name) {
        Path below = engine.userFilesPath().toAbsolutePath().normalize();
        Path file = below.resolve(name).normalize();
        if (!file.startsWith(below) || !engine.files().exists(file)) {
            throw new DbException(
                    ErrorCode.INCORRECT_FILE_NAME,
                    "Invalid file name " + name + " for a static HTTP handler: there is no such file below "
                            + "user_files");
        }
        return engine.files().readAll(file);
    }

    private void replicasStatus(HttpExchange exchange) throws IOException {
        boolean verbose =
                exchange.request().parameters().first("verbose").orElse("").equals("1");
        ReplicaStatus status = ReplicaStatus.of(engine.replicaHealth().lags(), options.replicas(), verbose);
        String text = status.text().isEmpty() ? ALIVE : status.text();
        exchange.response()
                .status(status.good() ? 200 : 503)
                .header("Content-Type", status.good() ? HTML : TEXT)
                .send(text.getBytes(StandardCharsets.UTF_8));
    }
}
