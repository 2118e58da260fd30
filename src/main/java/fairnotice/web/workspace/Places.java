package fairnotice.web.workspace;

import org.springframework.stereotype.Component;

/** Where the page of something is that is known by its reference only; in templates {@code ${@places.of(…)}}. */
@Component
public class Places {

    /** @return the address of its page; null when the reference is no case's, as a register's is not */
    public String of(String reference) {
        if (reference.startsWith("OBJ-")) {
            return "/objections/" + reference;
        }
        if (reference.startsWith("TRM-")) {
            return "/terminations/" + reference;
        }
        return reference.matches("[A-Z0-9-]+-\\d{4}-\\d+") ? "/changes/" + reference : null;
    }
}
