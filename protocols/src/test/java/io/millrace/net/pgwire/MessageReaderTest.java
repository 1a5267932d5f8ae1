package io.millrace.net.pgwire;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.base.error.DbException;
import io.millrace.net.listen.Connection;
import io.millrace.net.listen.ListenLimits;
import io.millrace.net.listen.Listener;
import io.millrace.net.listen.ProtocolServer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The decoder of messages alone, fed with good and bad streams in pieces of any size. */
class MessageReaderTest {
    private static final int MOST = 1 << 30;

    /** What came out of one connection: its messages, how it ended, and what the reader holds then. */
    private record Read(List<String> messages, String end, int heldBytes) {}

    private static Read read(MessageReader reader, Random fields) throws IOException {
        List<String> messages = new ArrayList<>();
        while (true) {
            try {
                int type = reader.next(t -> t < 'a' ? MOST : -1);
                if (type < 0) {
                    return new Read(messages, "end", reader.bytes().length);
                }
                reader.body();
                byte[] body =
                        Arrays.copyOfRange(reader.bytes(), reader.position(), reader.position() + reader.remaining());
                messages.add((char) type + Integer.toHexString(Arrays.hashCode(body)) + "/" + body.length);
                takeFields(reader, fields);
            } catch (MessageReader.BrokenFrame e) {
                return new Read(messages, "broken", reader.bytes().length);
            } catch (EOFException e) {
                return new Read(messages, "cut", reader.bytes().length);
            }
        }
    }

    /** Fields of any kind until none fits: only the error of a malformed message may come. */
    private static void takeFields(MessageReader reader, Random random) {
        try {
            while (reader.remaining() > 0) {
                switch (random.nextInt(5)) {
                    case 0 -> reader.int8();
                    case 1 -> reader.int16();
                    case 2 -> reader.int32();
                    case 3 -> reader.string();
                    default -> reader.skip(random.nextInt(-2, 20));
                }
            }
            reader.end();
        } catch (DbException | MessageReader.BadText e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static Read through(byte[] stream, Random random) throws Exception {
        BlockingQueue<Read> result = new LinkedBlockingQueue<>();
        Random fields = new Random(random.nextLong());
        ProtocolServer reading = new ProtocolServer() {
            @Override
            public void serve(Connection connection) throws IOException {
                result.add(read(new MessageReader(connection, bytes -> {}), fields));
            }

            @Override
            public void refuse(Connection connection) {}
        };
        try (Listener listener = Listener.open("test", Listener.loopback(0), reading, ListenLimits.defaults())) {
            try (Socket socket = new Socket(
                    listener.address().getAddress(), listener.address().getPort())) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                int at = 0;
                while (at < stream.length) {
                    int piece = Math.min(stream.length - at, 1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 40));
                    out.write(stream, at, piece);
                    at += piece;
                }
                socket.shutdownOutput();
                Read read = result.poll(20, TimeUnit.SECONDS);
                assertThat(read).as("the reader ends").isNotNull();
                return read;
            } catch (IOException closedEarly) {
                return result.take();
            }
        }
    }

    private static byte[] message(char type, int announced, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(announced)
                .put(body)
                .array();
    }

    @Test
    void messagesComeOutAsTheyWentInWhereverTheyAreSplit() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            List<String> expected = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                byte[] body = new byte[random.nextInt(random.nextInt(8) == 0 ? 150_000 : 60)];
                random.nextBytes(body);
                char type = (char) ('A' + random.nextInt(26));
                stream.writeBytes(message(type, body.length + 4, body));
                expected.add(type + Integer.toHexString(Arrays.hashCode(body)) + "/" + body.length);
            }
            Read read = through(stream.toByteArray(), random);
            assertThat(read.messages()).isEqualTo(expected);
            assertThat(read.end()).isEqualTo("end");
        }
    }

    @Test
    void noiseAndMutationsEndInOrder() throws Exception {
        Random random = new Random(12);
        for (int round = 0; round < 150; round++) {
            byte[] stream = new byte[1 + random.nextInt(400)];
            random.nextBytes(stream);
            if (round % 2 == 0) {
                byte[] body = Arrays.copyOf(stream, random.nextInt(stream.length));
                stream = message('Q', random.nextInt(-5, 500), body);
            }
            Read read = through(stream, random);
            assertThat(read.end()).isIn("end", "broken", "cut");
            assertThat(read.heldBytes()).isLessThanOrEqualTo(256 * 1024);
        }
    }

    @Test
    void memoryIsNotTakenOnAPromise() throws Exception {
        Read read = through(message('Q', MOST, new byte[1000]), new Random(13));
        assertThat(read.end()).isEqualTo("cut");
        assertThat(read.heldBytes()).isLessThanOrEqualTo(256 * 1024);
    }
}
