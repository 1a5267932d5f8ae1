package io.millrace.mergetree.commit;

import io.millrace.base.error.DbException;
import io.millrace.mergetree.part.Part;
import io.millrace.mergetree.part.PartName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One commit in the queue of the log. Its record is made, and its parts are named, when it enters the queue; guarded by the log's lock. */
final class PendingCommit {
    final List<PreparedParts> inserts;
    final List<DroppedParts> drops;
    final List<RewrittenParts> rewrites;
    final Optional<CommitRecord.Token> token;
    final Optional<CommitRecord.Rider> rider;
    final CommitRecord record;
    boolean done;
    Optional<DbException> error = Optional.empty();
    private final Map<Part, PartName> names = new LinkedHashMap<>();

    PendingCommit(
            List<PreparedParts> inserts,
            List<DroppedParts> drops,
            List<RewrittenParts> rewrites,
            Optional<CommitRecord.Token> token,
            Optional<CommitRecord.Rider> rider) {
        this.inserts = inserts;
        this.drops = drops;
        this.rewrites = rewrites;
        this.token = token;
        this.rider = rider;
        List<CommitRecord.TableChange> tables = new ArrayList<>();
        inserts.forEach(insert -> tables.add(inserted(insert, names)));
        drops.forEach(drop -> tables.add(dropped(drop)));
        rewrites.forEach(rewrite -> tables.add(rewritten(rewrite)));
        this.record = new CommitRecord(
                false, tables, token.stream().toList(), rider.stream().toList());
    }

    /** The tables whose directories it changes. */
    Set<PartStore> stores() {
        Set<PartStore> stores = new HashSet<>();
        inserts.forEach(insert -> stores.add(insert.store()));
        drops.forEach(drop -> stores.add(drop.store()));
        rewrites.forEach(rewrite -> stores.add(rewrite.store()));
        return stores;
    }

    /** The name that an inserted part gets. */
    PartName nameOf(Part part) {
        return Objects.requireNonNull(names.get(part), "a part that was not named");
    }

    private static CommitRecord.TableChange inserted(PreparedParts insert, Map<Part, PartName> names) {
        List<CommitRecord.Rename> renames = new ArrayList<>();
        for (Part part : insert.parts()) {
            PartName name =
                    PartName.inserted(part.name().partitionId(), insert.store().takeBlock(part), insert.level());
            names.put(part, name);
            renames.add(rename(part, name));
        }
        return new CommitRecord.TableChange(insert.store().table(), renames, List.of());
    }

    private static CommitRecord.TableChange dropped(DroppedParts drop) {
        List<CommitRecord.Removal> removals = new ArrayList<>();
        drop.active().forEach(p -> removals.add(removal(p, drop.detach())));
        drop.outdated().forEach(p -> removals.add(removal(p, false)));
        return new CommitRecord.TableChange(drop.store().table(), List.of(), removals);
    }

    private static CommitRecord.TableChange rewritten(RewrittenParts rewrite) {
        List<CommitRecord.Rename> renames = new ArrayList<>();
        rewrite.added().forEach((part, name) -> renames.add(rename(part, name)));
        List<CommitRecord.Removal> removals =
                rewrite.gone().stream().map(p -> removal(p, false)).toList();
        return new CommitRecord.TableChange(rewrite.store().table(), renames, removals);
    }

    private static CommitRecord.Rename rename(Part part, PartName name) {
        return new CommitRecord.Rename(String.valueOf(part.directory().getFileName()), name.toString());
    }

    private static CommitRecord.Removal removal(Part part, boolean detached) {
        return new CommitRecord.Removal(part.name().toString(), detached);
    }
}
