import ArgumentParser
import EchoService

/// Where and within which bounds the service answers.
struct ServerOption: ParsableArguments {
    @Option(name: .long, help: "The address to listen on (ECHOSEEK_HOST).")
    var host: String?

    @Option(name: .long, help: "The port; 0 is any that is free (ECHOSEEK_PORT).")
    var port: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The TLS certificate, its chain after it, as PEM (ECHOSEEK_TLS_CERTIFICATE).", valueName: "file"))
    var tlsCertificate: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The certificate's key as PEM (ECHOSEEK_TLS_KEY).", valueName: "file"))
    var tlsKey: String?

    @Option(name: .long, help: "Connections at one time (ECHOSEEK_CONNECTIONS).")
    var connections: Int?

    @Option(
        name: .long,
        help: "Requests of one caller a minute; 0 refuses none (ECHOSEEK_REQUESTS_PER_MINUTE).")
    var requestsPerMinute: Int?

    @Option(name: .long, help: "Megabytes of one uploaded file (ECHOSEEK_UPLOAD_MEGABYTES).")
    var uploadMegabytes: Int?

    @Option(
        name: .long,
        help: """
            Whether a proxy on this machine ends TLS and names each caller's address in X-Forwarded-For \
            (ECHOSEEK_BEHIND_PROXY).
            """)
    var behindProxy: OnOff?

    var flags: [Setting: String?] {
        [
            .host: host, .port: port.map(String.init), .tlsCertificate: tlsCertificate, .tlsKey: tlsKey,
            .connections: connections.map(String.init),
            .requestsPerMinute: requestsPerMinute.map(String.init),
            .uploadMegabytes: uploadMegabytes.map(String.init), .behindProxy: behindProxy?.rawValue,
        ]
    }
}
