package fairnotice.web.workspace;

import fairnotice.customer.Contact;
import fairnotice.register.Category;
import fairnotice.register.Register;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a field offers to choose from: value and label, in the order they are offered. */
public final class Choices {

    private Choices() {}

    public static Map<String, String> categories(Register register) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Category category : register.categories()) {
            choices.put(category.id(), category.title());
        }
        return choices;
    }

    public static Map<String, String> contacts(List<Contact> contacts) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Contact contact : contacts) {
            choices.put(Long.toString(contact.id()), contact.name() + " <" + contact.email() + ">");
        }
        return choices;
    }
}
