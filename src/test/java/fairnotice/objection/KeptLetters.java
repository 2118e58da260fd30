package fairnotice.objection;

import fairnotice.access.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Written letters, as long as a test runs. */
class KeptLetters implements WrittenEmails {

    private final Map<EmailKey, WrittenEmail> letters = new HashMap<>();

    @Override
    public void save(WrittenEmail letter) {
        letters.put(letter.key(), letter);
    }

    @Override
    public void saveContacts(EmailKey key, Collection<ContactReached> contacts) {
        List<ContactReached> all = new ArrayList<>(letters.get(key).contacts());
        contacts.forEach(contact -> all.removeIf(before -> before.contact() == contact.contact()));
        all.addAll(contacts);
        WrittenEmail of = letters.get(key);
        save(new WrittenEmail(key, of.writtenAt(), of.statedUntil(), of.times(), of.servedAt(), of.lostAt(), all));
    }

    @Override
    public Optional<WrittenEmail> find(EmailKey key) {
        return Optional.ofNullable(letters.get(key));
    }

    @Override
    public List<Lost> lost(Scope within, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Lost> lost(Collection<String> references) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long countLost(Scope within) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> lastWritten(String reference) {
        throw new UnsupportedOperationException();
    }
}
