import ArgumentParser
import EchoService
import Foundation

/// Which configuration file to read.
struct ConfigOption: ParsableArguments {
    @Option(
        name: .long, help: "Configuration file (ECHOSEEK_CONFIG; echoseek/config.yaml in the config folder).")
    var config: String?

    /// The settings in force, with what the flags give on top.
    func settings(_ flags: [Setting: String?]) throws -> Settings {
        let environment = ProcessInfo.processInfo.environment
        let path = config ?? ConfigurationFile.defaultPath(environment: environment)
        let file = try path.map { try ConfigurationFile(path: $0) } ?? .none
        return Settings(flags: flags.compactMapValues { $0 }, environment: environment, file: file)
    }
}
