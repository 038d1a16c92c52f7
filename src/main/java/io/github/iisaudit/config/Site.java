package io.github.iisaudit.config;

import io.github.iisaudit.config.SiteTree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A site, by what requests are told to be for it.
 *
 * @param id its number, as written; empty where none is
 * @param addresses where it listens for HTTP, in the order of the file
 */
public record Site(String name, String id, List<Address> addresses) {

    /**
     * Where a site listens.
     *
     * @param ip {@code *} for every one
     * @param port as written
     * @param host the name that it answers to, perhaps with a wildcard; empty for any
     */
    public record Address(String protocol, String ip, String port, String host) {

        /** Reads {@code ip:port:host}, of which an IPv6 address stands in brackets. */
        static Address of(String protocol, String information) {
            int host = information.lastIndexOf(':');
            int port = host < 0 ? -1 : information.lastIndexOf(':', host - 1);
            if (port < 0) {
                return new Address(protocol, "*", "", "");
            }
            String ip = information.substring(0, port);
            return new Address(
                    protocol,
                    ip.isEmpty() ? "*" : ip,
                    information.substring(port + 1, host),
                    information.substring(host + 1));
        }
    }

    /** The sites of a server in the order of applicationHost.config. */
    public static List<Site> of(ServerConfiguration server) {
        List<Site> sites = new ArrayList<>();
        for (Node site : server.tree().sites()) {
            List<Address> addresses = new ArrayList<>();
            for (Application.Binding binding : Application.bindings(site)) {
                if (binding.protocol().toLowerCase(Locale.ROOT).startsWith("http")) {
                    addresses.add(
                            Address.of(binding.protocol(), binding.written().attributeValue("bindingInformation", "")));
                }
            }
            sites.add(new Site(site.path(), site.value("id"), addresses));
        }
        return sites;
    }
}
