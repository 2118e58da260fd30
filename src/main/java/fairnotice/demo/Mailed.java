package fairnotice.demo;

import fairnotice.embedded.Headed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages that were sent together: to one list, in one mailing or else under one subject, each within an hour of the next.
 *
 * @param messages at least one, newest first
 */
record Mailed(List<DemoInbox.Kept> messages) {

    private static final Duration TOGETHER = Duration.ofHours(1);

    /** The mailing, or of those of before the batch, that a Message-ID of ours names. */
    private static final Pattern MAILING = Pattern.compile("<fn\\.\\w+\\.");

    private record Key(String list, String together) {

        static Key of(Headed message) {
            Matcher mailing = MAILING.matcher(message.headers().getOrDefault("Message-ID", ""));
            return new Key(
                    message.headers().getOrDefault("List-Id", ""),
                    mailing.find() ? mailing.group() : message.subject());
        }
    }

    /** @param newestFirst as the answers are, by their newest message */
    static List<Mailed> of(List<DemoInbox.Kept> newestFirst) {
        Map<Key, List<DemoInbox.Kept>> growing = new HashMap<>();
        List<List<DemoInbox.Kept>> all = new ArrayList<>();
        for (DemoInbox.Kept kept : newestFirst) {
            Key key = Key.of(kept.message());
            List<DemoInbox.Kept> group = growing.get(key);
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
    private static boolean together(DemoInbox.Kept one, DemoInbox.Kept other) {
        Instant at = one.message().date();
        Instant next = other.message().date();
        return at == null || next == null || Duration.between(at, next).abs().compareTo(TOGETHER) <= 0;
    }

    /** That of the oldest message, which stays while newer ones come. */
    public String id() {
        return messages.get(messages.size() - 1).id();
    }

    public DemoInbox.Kept newest() {
        return messages.get(0);
    }

    /** As far as all of them share it: the customer's name stands at the end, after a dash. Null when there is none. */
    public String subject() {
        List<String> subjects = messages.stream()
                .map(kept -> kept.message().subject())
                .distinct()
                .toList();
        String first = subjects.get(0);
        if (subjects.size() == 1 || subjects.contains(null)) {
            return first;
        }
        int shared = first.length();
        for (String other : subjects) {
            shared = Math.min(shared, shared(first, other));
        }
        int dash = first.substring(0, shared).lastIndexOf(" – ");
        return first.substring(0, dash < 0 ? shared : dash);
    }

    private static int shared(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return end;
    }

    public MailKind kind() {
        return MailKind.of(newest().message());
    }

    public long recipients() {
        return messages.stream().map(kept -> kept.message().to()).distinct().count();
    }
}
