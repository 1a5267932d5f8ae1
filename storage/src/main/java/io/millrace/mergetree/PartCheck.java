package io.millrace.mergetree;

import io.millrace.base.cancel.Cancellation;
import io.millrace.base.error.DbException;
import io.millrace.base.hash.FileHash;
import io.millrace.base.hash.Hash128;
import io.millrace.base.io.ReadFile;
import io.millrace.mergetree.part.Checksums;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartLoader;
import java.util.Map;
import java.util.Optional;

/** Compares the files of a part with its checksums. */
final class PartCheck {
    private static final int PIECE_BYTES = 1 << 20;

    private PartCheck() {}

    /** What is wrong with a part, if anything is. */
    static Optional<String> problemOf(Part part, PartLoader loader, Cancellation cancellation) {
        try {
            loader.load(part.directory(), part.name());
            for (Map.Entry<String, Checksums.Entry> file :
                    part.content().checksums().files().entrySet()) {
                if (!hash(part, file.getKey(), cancellation)
                        .sameAs(file.getValue().hash())) {
                    return Optional.of("Checksum mismatch for file " + file.getKey() + " in data part");
                }
            }
            return Optional.empty();
        } catch (DbException e) {
            cancellation.check();
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Hash128 hash(Part part, String file, Cancellation cancellation) {
        FileHash hash = new FileHash();
        byte[] piece = new byte[PIECE_BYTES];
        try (ReadFile in = part.open(file)) {
            long at = 0;
            for (int read = in.read(at, piece, 0, piece.length); read > 0; read = in.read(at, piece, 0, piece.length)) {
                cancellation.check();
                hash.update(piece, 0, read);
                at += read;
            }
        }
        return hash.finish();
    }
}
