/// A setting that a flag, the environment or the configuration file may give.
public enum Setting: String, Sendable, CaseIterable, Codable {
    /// The index's folder.
    case index
    /// The model's name.
    case model
    /// The folder that imported models live in.
    case models
    /// The folder of the user's own prompt sets.
    case prompts
    /// Which frames of a clip the model is shown.
    case frames
    /// Whether the picture outside the sector is blanked.
    case mask
    /// The image tower's arithmetic.
    case precision
    /// How many cores to work on.
    case threads
    /// Which of the processor's instruction sets the model is computed with.
    case isa
    /// The address that the service listens on.
    case host
    /// Its port.
    case port
    /// Its TLS certificate, a PEM file.
    case tlsCertificate = "tls_certificate"
    /// The certificate's key, a PEM file.
    case tlsKey = "tls_key"
    /// How many connections the service holds at one time.
    case connections
    /// How many requests one caller of the service may send a minute.
    case requestsPerMinute = "requests_per_minute"
    /// How large one uploaded file may be, in megabytes.
    case uploadMegabytes = "upload_megabytes"
    /// Whether a proxy on this machine hands on what others ask.
    case behindProxy = "behind_proxy"

    /// Whether the value is the path of a folder or a file.
    var isPath: Bool { [.index, .models, .prompts, .tlsCertificate, .tlsKey].contains(self) }
    /// The environment variable, such as `ECHOSEEK_INDEX`.
    public var environmentName: String { "ECHOSEEK_" + rawValue.uppercased() }
    /// The flag, such as `--index`; `nil` for a setting that has none.
    public var flagName: String? {
        [.prompts, .isa].contains(self) ? nil : "--" + rawValue.replacing("_", with: "-")
    }
}
