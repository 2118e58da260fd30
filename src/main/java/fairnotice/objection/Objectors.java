package fairnotice.objection;

import fairnotice.notice.CustomersWithObjections;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who filed a customer's objections by a link or on the page of the change. A contact that one person alone had added or changed is none of them once the customer has an
 * objection of its own about the change: what its own contacts write then is none of that contact's business.
 */
@Service
class Objectors implements CustomersWithObjections {

    private static final Set<Channel> BY_ITSELF = Set.of(Channel.LINK, Channel.PAGE);

    private final Objections objections;

    Objectors(Objections objections) {
        this.objections = objections;
    }

    @Override
    public Map<Long, Set<Filer>> about(String reference, Collection<Long> customers) {
        return objections.ofCustomers(reference, customers).stream()
                .collect(Collectors.groupingBy(
                        Objection::customer, Collectors.collectingAndThen(Collectors.toList(), Objectors::filers)));
    }

    private static Set<Filer> filers(List<Objection> about) {
        boolean own = about.stream().anyMatch(objection -> !objection.isNobodysOwn());
        return about.stream()
                .map(Objection::filing)
                .filter(filing -> BY_ITSELF.contains(filing.channel()) && filing.contact() != null)
                .filter(filing -> !own || !filing.unconfirmed())
                .map(filing -> new Filer(filing.contact(), filing.email()))
                .collect(Collectors.toSet());
    }
}
