import ArgumentParser
import EchoService

/// `echoseek doctor`.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the machine, the models and the index, and say what to do.")

    @OptionGroup var index: IndexOption
    @OptionGroup var model: ModelOption
    @OptionGroup var config: ConfigOption
    @OptionGroup var output: ResultOptions

    func run() async throws {
        let flags = index.flags.merging(model.flags) { first, _ in first }
        let workspace = Workspace(settings: try config.settings(flags))
        let checkup = try await Checkup(workspace)
        try output.write(checkup, items: checkup.findings) { terminal in
            var table = TextTable(["", "check", "found"], flexible: "found")
            for finding in checkup.findings {
                table.add([finding.verdict.rawValue, finding.subject, finding.found])
            }
            let remedies = checkup.findings.compactMap { finding in
                finding.remedy.map { "to do for \(finding.subject): \($0)" }
            }
            return table.lines(on: terminal) + [""] + remedies + [Product.versionText]
        }
        if !checkup.ok { throw ExitCode(ExitStatus.someItemsFailed.rawValue) }
    }
}
