package fairnotice.objection;

import fairnotice.customer.Customer;
import fairnotice.customer.Order;
import fairnotice.notice.Notice;
import fairnotice.refusal.Refused;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was typed of an objection until it is filed, for the contact that typed it and for nobody else. */
@Service
public class DraftingObjection {

    private final ObjectionDrafts drafts;

    DraftingObjection(ObjectionDrafts drafts) {
        this.drafts = drafts;
    }

    /**
     * @param contact id of the contact whose link was opened
     * @return whether it is kept; nothing is for a contact that somebody replaced and whose link goes on for a case
     * @throws Refused when what is stated could not be filed as it is
     */
    @Transactional
    public boolean draft(Notice notice, Customer customer, long contact, ObjectionStatement statement, String after) {
        statement
                .check(customer.orders().stream().map(Order::externalId).collect(Collectors.toSet()))
                .orRefuse();
        return drafts.save(
                notice.id(),
                contact,
                new ObjectionDraft(
                        statement.grounds(),
                        statement.text(),
                        statement.orders().stream().sorted().toList(),
                        after));
    }

    @Transactional(readOnly = true)
    public Optional<ObjectionDraft> find(Notice notice, long contact) {
        return drafts.find(notice.id(), contact);
    }

    @Transactional
    public void forgetOld() {
        drafts.forgetOld();
    }
}
