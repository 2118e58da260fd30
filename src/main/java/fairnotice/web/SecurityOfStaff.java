package fairnotice.web;

import fairnotice.access.StaffDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How the staff prove who they are: a password, tried a bounded number of times. */
@Configuration(proxyBeanMethods = false)
class SecurityOfStaff {

    /** bcrypt, with the algorithm's name before the hash so that it can be replaced one day. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationProvider staffPasswords(
            StaffDirectory directory, PasswordEncoder encoder, SecurityThrottle throttle, SecurityAudit audit) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(username -> user(directory, username));
        passwords.setPasswordEncoder(encoder);
        return new SecurityPasswords(passwords, throttle, audit);
    }

    private static UserDetails user(StaffDirectory directory, String username) {
        return directory
                .credential(username)
                .map(SecurityAccount::new)
                .orElseThrow(() -> new UsernameNotFoundException("There is no member of staff with that user name"));
    }
}
