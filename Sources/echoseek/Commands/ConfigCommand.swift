import ArgumentParser
import EchoService

/// `echoseek config`.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show the settings in force.", subcommands: [ConfigShowCommand.self])
}

/// `echoseek config show`.
struct ConfigShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show every setting, its value and where that came from.")

    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var clip: ClipOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = [index.flags, model.flags, clip.flags].reduce(into: [:]) { all, some in
            all.merge(some) { first, _ in first }
        }
        let settings = try config.settings(flags)
        let lines = Setting.allCases.map { SettingLine($0, settings.resolve($0)) }
        try output.write(lines, items: lines) { terminal in
            var table = TextTable(["setting", "value", "from", "environment"])
            for line in lines {
                table.add([line.setting.rawValue, line.value ?? "-", line.source.rawValue, line.environment])
            }
            return table.lines(on: terminal)
        }
    }
}

/// A setting as it is printed.
struct SettingLine: Encodable {
    let setting: Setting
    let value: String?
    let source: SettingSource
    let environment: String

    init(_ setting: Setting, _ resolved: Settings.Resolved) {
        self.setting = setting
        (value, source) = (resolved.value, resolved.source)
        environment = setting.environmentName
    }
}
