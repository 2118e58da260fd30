package fairnotice.demo;

import fairnotice.embedded.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages that were sent together: to one list, under one subject, each within an hour of the next.
 *
 * @param messages at least one, newest first
 */
record Mailed(List<Letterbox.Kept> messages) {

    private static final Duration TOGETHER = Duration.ofHours(1);

    private record Key(String list, String subject) {

        static Key of(Received message) {
            return new Key(message.headers().getOrDefault("List-Id", ""), message.subject());
        }
    }

    /** @param newestFirst as the answers are, by their newest message */
    static List<Mailed> of(List<Letterbox.Kept> newestFirst) {
        Map<Key, List<Letterbox.Kept>> growing = new HashMap<>();
        List<List<Letterbox.Kept>> all = new ArrayList<>();
        for (Letterbox.Kept kept : newestFirst) {
            Key key = Key.of(kept.message());
            List<Letterbox.Kept> group = growing.get(key);
            if (group == null || !together(kept, group.get(group.size() - 1))) {
                group = new ArrayList<>();
                growing.put(key, group);
                all.add(group);
            }
            group.add(kept);
        }
        return all.stream().map(Mailed::new).toList();
    }

    /** A message without a date is not held against those around it. */
    private static boolean together(Letterbox.Kept one, Letterbox.Kept other) {
        Instant at = one.message().date();
        Instant next = other.message().date();
        return at == null || next == null || Duration.between(at, next).abs().compareTo(TOGETHER) <= 0;
    }

    /** That of the oldest message, which stays while newer ones come. */
    public String id() {
        return messages.get(messages.size() - 1).id();
    }

    public Letterbox.Kept newest() {
        return messages.get(0);
    }

    public MailKind kind() {
        return MailKind.of(newest().message());
    }

    public long recipients() {
        return messages.stream().map(kept -> kept.message().to()).distinct().count();
    }
}
