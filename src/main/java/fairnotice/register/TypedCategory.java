package fairnotice.register;

/**
 * A category as typed.
 *
 * @param id of one that there is; null for a new one, whose id is made of its title
 */
public record TypedCategory(String id, String title, String plainLanguage) {

    static TypedCategory of(Category category) {
        return new TypedCategory(category.id(), category.title(), category.plainLanguage());
    }

    boolean isBlank() {
        return Typed.isBlank(title) && Typed.isBlank(plainLanguage);
    }
}
