import EchoTesting
import EchoReading
import Testing

@Suite("Findings") struct NoticeTests {
    static let findings = [
        ["search", "--text", "the"], ["search", "--like", "S1"], ["ask", "pacemaker"],
        ["ask", "lv-dilation"], ["estimate", "ef", "S1"], ["estimate", "pa-pressure", "S1", "S2"],
        ["priors", "S1"], ["priors", "S1", "--similar"], ["compare", "S1", "S2"], ["draft", "S1"],
        ["draft", "--all"],
    ]

    @Test(
        "say in text and in JSON that they are no diagnosis, and what the model wants said",
        arguments: findings)
    func notices(arguments: [String]) throws {
        let program = try Lab.shared().program
        for format in [[], ["--json"]] {
            let run = try program.run(arguments + format)
            #expect(run.status == 0)
            #expect(run.output.contains(Notice.notADiagnosis))
            #expect(run.output.contains(SmallModel.notice))
        }
    }

    @Test("name the model and what decides its vectors", arguments: findings)
    func stamp(arguments: [String]) throws {
        let run = try Lab.shared().program.run(arguments + ["--json"])
        #expect(run.output.contains("weights="))
        #expect(run.output.contains("\"model\":\"\(Lab.model)\""))
    }

    @Test("as Markdown drafts say so too")
    func markdown() throws {
        let run = try Lab.shared().program.run("draft", "S1", "--format", "markdown")
        #expect(run.output.contains(Notice.notADiagnosis))
        #expect(run.output.contains(SmallModel.notice))
    }

    @Test("say so on every line under --ndjson, where each line travels alone", arguments: findings)
    func lines(arguments: [String]) throws {
        let format = arguments[0] == "draft" ? "--json" : "--ndjson"
        let run = try Lab.shared().program.run(arguments + [format])
        #expect(!run.lines.isEmpty)
        #expect(run.lines.allSatisfy { $0.contains(Notice.notADiagnosis) && $0.contains(SmallModel.notice) })
    }
}
