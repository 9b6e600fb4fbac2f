import EchoCore
import EchoLedger
import Foundation

extension Job {
    static func lines(_ items: [Job], on terminal: Terminal) -> [String] {
        var table = TextTable(
            ["job", "state", "created", "files"] + FileEnd.allCases.map(\.rawValue) + ["problem"],
            flexible: "problem")
        for item in items {
            table.add(
                [item.id.text, item.state.rawValue, item.created.ISO8601Format(), String(item.fileCount)]
                    + FileEnd.allCases.map { String(item.counts[$0]) } + [item.code ?? "-"])
        }
        return table.lines(on: terminal)
    }
}

extension APIKey {
    static func lines(_ items: [APIKey], on terminal: Terminal) -> [String] {
        var table = TextTable(["key", "name", "scope", "created", "last used", "state"], flexible: "name")
        for item in items {
            table.add([
                item.id.text, item.name, item.scope.rawValue, item.created.ISO8601Format(),
                item.lastUsed?.ISO8601Format() ?? "never",
                item.revoked.map { "revoked \($0.ISO8601Format())" } ?? "live",
            ])
        }
        return table.lines(on: terminal)
    }
}
