package fairnotice.mail;

import fairnotice.refusal.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A mailing about to be opened.
 *
 * @param key names it once and for all: {@code OPSTICKET-2026-0007/1/announcement}; opening the same key again finds the first
 * @param about the reference it is about
 * @param sender address it comes from; {@code fromName} is shown beside it
 * @param replyTo address that answers go to and that is read
 * @param listId for the List-Id header (RFC 2919): {@code opsticket.fairnotice}
 * @param letter in English
 * @param translations the same letter in other languages, with the enclosures of each
 * @param thread names the conversation it belongs to: what the same party gets in it at the same address is one thread; null for none
 * @param follows the conversation that its own goes on with; null for none
 */
public record NewMailing(
        String key,
        Kind kind,
        String about,
        String fromName,
        String sender,
        String replyTo,
        String listId,
        Email letter,
        Map<Language, Email> translations,
        String thread,
        Followed follows) {

    public NewMailing {
        translations = Map.copyOf(translations);
    }

    /** What one party got in another conversation: whoever got some of it at the same address gets this in the same thread. */
    public record Followed(String thread, long party) {}

    /** In every language, for recipients that nobody has counted yet. @param made makes it in the language that is spoken */
    public static NewMailing spoken(Supplier<NewMailing> made) {
        return spoken(List.of(Language.values()), made);
    }

    /** In the languages that these recipients read. @param made makes it in the language that is spoken */
    public static NewMailing spoken(Collection<Outgoing> to, Supplier<NewMailing> made) {
        return spoken(to.stream().map(Outgoing::language).distinct().toList(), made);
    }

    private static NewMailing spoken(List<Language> languages, Supplier<NewMailing> made) {
        Map<Language, Email> others = languages.stream()
                .filter(language -> language != Language.EN)
                .collect(Collectors.toMap(
                        language -> language,
                        language -> language.speak(() -> made.get().letter())));
        NewMailing english = Language.EN.speak(made);
        return new NewMailing(
                english.key,
                english.kind,
                english.about,
                english.fromName,
                english.sender,
                english.replyTo,
                english.listId,
                english.letter,
                others,
                english.thread,
                english.follows);
    }

    /** A mailing that begins no conversation and belongs to none. */
    public NewMailing(
            String key,
            Kind kind,
            String about,
            String fromName,
            String sender,
            String replyTo,
            String listId,
            Email letter) {
        this(key, kind, about, fromName, sender, replyTo, listId, letter, Map.of(), null, null);
    }

    /** The same in a conversation. */
    public NewMailing in(String conversation) {
        return new NewMailing(
                key, kind, about, fromName, sender, replyTo, listId, letter, translations, conversation, follows);
    }

    /** The same, going on with what that party got in another conversation. */
    public NewMailing following(String conversation, long party) {
        return new NewMailing(
                key,
                kind,
                about,
                fromName,
                sender,
                replyTo,
                listId,
                letter,
                translations,
                thread,
                new Followed(conversation, party));
    }
}
