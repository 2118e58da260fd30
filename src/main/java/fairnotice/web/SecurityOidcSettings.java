package fairnotice.web;

import fairnotice.access.GroupRoles;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider that staff sign in with.
 *
 * @param issuer its address, under which it publishes how it is spoken to (OpenID Connect Discovery, section 4); none where there is no provider
 * @param clientId by which it knows us
 * @param clientSecret with which we prove it
 * @param name as the button on the sign-in page calls it
 * @param scopes that are asked for
 * @param groupsClaim in which it says the groups of somebody
 * @param groups what each gives; see {@link GroupRoles#parse}
 */
@ConfigurationProperties("fairnotice.sign-in.oidc")
record SecurityOidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("") String groups) {

    /** @throws IllegalArgumentException when somebody could never be signed in so */
    SecurityOidcSettings {
        if (issuer != null && (isBlank(clientId) || isBlank(clientSecret) || isBlank(groups))) {
            throw new IllegalArgumentException(
                    "fairnotice.sign-in.oidc.issuer needs fairnotice.sign-in.oidc.client-id, .client-secret and .groups beside it");
        }
        GroupRoles.parse(groups);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    GroupRoles mapping() {
        return GroupRoles.parse(groups);
    }
}
