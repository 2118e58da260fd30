package fairnotice.web;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** How the provider is spoken to, asked of it when somebody first wants to sign in: one that is down stops no start. */
final class SecurityOidcProvider implements ClientRegistrationRepository {

    /** In the addresses between the provider and us. */
    static final String ID = "provider";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityOidcProvider.class);

    private final SecurityOidcSettings settings;
    private volatile ClientRegistration known;

    SecurityOidcProvider(SecurityOidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration().orElse(null) : null;
    }

    /** Empty while the provider does not answer. */
    Optional<ClientRegistration> registration() {
        if (known == null) {
            try {
                known = ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(ID)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .clientName(settings.name())
                        .scope(settings.scopes())
                        .build();
            } catch (IllegalArgumentException | IllegalStateException away) {
                LOG.warn(
                        "The OpenID Connect provider {} does not say how it is spoken to: {}",
                        settings.issuer(),
                        away.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(known);
    }

    /** Where somebody signs out there; empty where it has no such address. */
    Optional<String> signOut() {
        return registration()
                .map(provider ->
                        provider.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(Object::toString);
    }

    /** As the button calls it. */
    String name() {
        return settings.name();
    }

    /** The groups in a claim: a list, or one text. Null where it has neither. */
    static List<String> groups(Object claim) {
        if (claim instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one) : null;
    }
}
