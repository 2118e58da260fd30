package fairnotice.mailserver.dns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Cache;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Looks names up, each time anew: who changed a record wants to see it. */
final class TextRecords {

    private final Resolver resolver;

    TextRecords(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * The texts of a name that begin so, whatever the case; none where the name is not there.
     *
     * @throws NoAnswer when nobody knows
     */
    List<String> of(String name, String beginning) {
        return Arrays.stream(records(name, Type.TXT))
                .map(record -> String.join("", ((TXTRecord) record).getStrings()))
                .filter(text -> text.toLowerCase(Locale.ROOT).matches(beginning + "(?s:[ ;].*)?"))
                .toList();
    }

    /** An address of a host, of the older kind if it has one. @throws NoAnswer when nobody knows */
    Optional<String> address(String host) {
        return Arrays.stream(records(host, Type.A))
                .map(record -> ((ARecord) record).getAddress().getHostAddress())
                .findFirst()
                .or(() -> Arrays.stream(records(host, Type.AAAA))
                        .map(record -> ((AAAARecord) record).getAddress().getHostAddress())
                        .findFirst());
    }

    private Record[] records(String name, int type) {
        Lookup lookup = lookup(name, type);
        lookup.setResolver(resolver);
        lookup.setCache(new Cache());
        Record[] found = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> found;
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Record[0];
            default -> throw new NoAnswer(name);
        };
    }

    private static Lookup lookup(String name, int type) {
        try {
            return new Lookup(name + ".", type);
        } catch (TextParseException e) {
            throw new NoAnswer(name);
        }
    }
}
