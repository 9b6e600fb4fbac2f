import EchoTesting
import Testing

@Suite("echoseek ask, estimate, priors, compare") struct ReadingCommandTests {
    @Test("ask ranks studies with score and percentile")
    func ask() throws {
        let answer = try Lab.shared().program.run("ask", "pacemaker", "-k", "2", "--json").json
        #expect(answer["set"].text == "pacemaker")
        #expect(answer["scored"].number == 3)
        #expect(answer["unscored"].items.count == 1)
        #expect(answer["results"].items.count == 2)
        for result in answer["results"].items {
            #expect(
                result.keys == [
                    "rank", "study", "score", "percentile", "contrast", "above_threshold", "categories",
                    "best_category", "margin", "best_clip", "best_frame",
                ])
            #expect(result["above_threshold"] == .null, "no threshold is calibrated for these weights")
            #expect((0...100).contains(try #require(result["percentile"].number)))
        }
    }

    @Test("ask takes a grade of a graded set, a file of the user's own, and refuses an estimate's set")
    func sets() throws {
        let program = try Lab.shared().program
        let graded = try program.run("ask", "lv-dilation", "--category", "mild", "--json").json
        #expect(graded["category"].text == "mild")
        #expect(graded["results"][0]["categories"].items.isEmpty == false)
        let unknown = try program.run("ask", "lv-dilation", "--category", "vast")
        #expect(unknown.status == 66)
        let wrong = try program.run("ask", "ef")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("echoseek estimate ef"))
        let missing = try program.run("ask", "no-such-set")
        #expect(missing.status == 66)
    }

    @Test("estimate ef gives a number from 0 to 100 by either formula", arguments: ["repo", "paper"])
    func estimate(formula: String) throws {
        let found = try Lab.shared().program.run("estimate", "ef", "S1", "--formula", formula, "--json").json
        #expect(found["formula"].text == formula)
        #expect(found["unit"].text == "%")
        #expect(found["frames"].number == 20)
        #expect((0...100).contains(try #require(found["value"].number)))
        #expect(found["abstention"] == .null)
        #expect(found.keys.contains("abstention"))
    }

    @Test("estimate by motion is refused by a model that has no readout, and says what to do instead")
    func noReadout() throws {
        let run = try Lab.shared().program.run("estimate", "ef", "S1", "--formula", "motion")
        #expect(run.status == 66)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("service.noReadout"))
        #expect(run.errors.contains("--formula repo"))
    }

    @Test("estimate goes on past a study that is not there, names it, and exits 2")
    func estimateSeveral() throws {
        let program = try Lab.shared().program
        let run = try program.run("estimate", "pa-pressure", "S1", "S9", "S2", "--ndjson")
        #expect(run.status == 2)
        #expect(try run.jsonLines.count == 2)
        #expect(run.errors.hasPrefix("echoseek: S9: "))
        #expect(try program.run("estimate", "ef", "S9").status == 66)
    }

    @Test("priors lists the same patient's studies, and other patients' only apart and when asked")
    func priors() throws {
        let program = try Lab.shared().program
        let list = try program.run("priors", "S2", "--json").json
        #expect(
            list.keys == [
                "study", "priors", "similar", "similar_notice", "limitation", "notice", "studies", "stamp",
            ])
        #expect(list["priors"].items.count == 1)
        #expect(list["priors"][0]["match_basis"].text == "patient-id")
        #expect(list["priors"][0]["timing"].text == "earlier")
        #expect(list["similar"] == .null)
        let both = try program.run("priors", "S2", "--similar", "--json").json
        #expect(both["priors"] == list["priors"])
        #expect(both["similar"].items.map { $0["match_basis"].text } == ["embedding"])
        #expect(both["similar_notice"].text?.contains("other patients") == true)
    }

    @Test("compare gives the study cosine, the matched pairs and every pair")
    func compare() throws {
        let program = try Lab.shared().program
        let found = try program.run("compare", "S1", "S2", "--json").json
        #expect(found["same_patient"] == .flag(true))
        #expect(found["pairs"].items.count == 1)
        #expect(found["matrix"].items.count == 1)
        #expect(found["pairs"][0]["basis"].text == "view")
        #expect((-1.0...1).contains(try #require(found["cosine"].number)))
        let others = try program.run("compare", "S1", Lab.dicomStudy, "--json").json
        #expect(others["same_patient"] == .flag(false))
        let same = try program.run("compare", "S1", "S1")
        #expect(same.status == 65)
        for (names, place) in [(["S1", "S9"], "second"), (["S8", "S1"], "first"), (["S8", "S9"], "first")] {
            let missing = try program.run(["compare"] + names)
            #expect(missing.status == 66)
            #expect(missing.errors.contains("by the \(place) name"), "\(missing.errors)")
            #expect(missing.errors.contains("[service.noSuchStudy]"), "\(missing.errors)")
        }
    }
}
