import ArgumentParser
import EchoService

/// `echoseek config show`.
struct ConfigShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show every setting, its value and where that came from.")

    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var clip: ClipOption
    @OptionGroup var precision: PrecisionOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = [index.flags, model.flags, clip.flags, precision.flags].reduce(into: [:]) { all, some in
            all.merge(some) { first, _ in first }
        }
        let settings = try config.settings(flags)
        let workspace = Workspace(settings: settings)
        let lines = Setting.allCases.map { SettingLine($0, workspace.resolve($0)) }
        try output.write(lines, items: lines) { terminal in
            var table = TextTable(["setting", "value", "from", "environment"])
            for line in lines {
                table.add([line.setting.rawValue, line.value ?? "-", line.source.rawValue, line.environment])
            }
            return table.lines(on: terminal)
        }
        try settings.check()
    }
}
