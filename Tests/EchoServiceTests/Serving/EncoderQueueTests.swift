import EchoCore
import EchoEncode
import EchoIndex
import EchoReading
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("The encoder's queue") struct EncoderQueueTests {
    /// The tiny model's own work; what a test changes of it, it changes around this.
    private static func work() throws -> EncoderWork { EncoderWork(try TestArchive().workspace.embedder()) }

    private static func queue(
        _ change: (inout EncoderLimits) -> Void = { _ in },
        texts: (@Sendable (EncoderWork, [String]) async -> [Result<TextEmbedding, any Error>])? = nil
    ) throws -> EncoderQueue {
        var limits = EncoderLimits.standard
        change(&limits)
        var work = try work()
        if let texts {
            let own = work
            work.texts = { await texts(own, $0) }
        }
        return EncoderQueue(work, limits: limits)
    }

    private static func embedding(_ text: String, _ work: EncoderWork) async throws -> Embedding {
        try #require(await work.texts([text]).first).get().embedding
    }

    @Test("gives each text the bits that it gets alone, and lets a bad one fail alone")
    func isBitwise() async throws {
        let words = (0..<40).map { "the left ventricle \($0)" }
        let alone = try Self.work()
        // Texts that fail in the midst of a batch.
        let queue = try Self.queue(texts: { work, texts in
            zip(texts, await work.texts(texts)).map { text, result in
                text.hasSuffix("7") ? .failure(EncodeError.textless(model: "poison")) : result
            }
        })
        let results = await queue.embed(texts: words)
        #expect(results.count == 40)
        for (word, result) in zip(words, results) {
            if word.hasSuffix("7") {
                #expect(throws: EncodeError.textless(model: "poison")) { try result.get() }
            } else {
                #expect(try result.get().embedding == (try await Self.embedding(word, alone)))
            }
        }
        let counters = await queue.counters()
        #expect(counters.texts == 40)
        #expect(counters.failed == 4)
        #expect((2...16).contains(counters.largestBatch), "\(counters.largestBatch)")
        #expect(counters.waiting == 0)
        #expect(counters.running == 0)
    }

    @Test("embeds the others of a batch in which the model refuses a text")
    func refusedText() async throws {
        let work = try Self.work()
        let texts = ["the left ventricle", String(repeating: "v", count: (1 << 20) + 1), "a valve"]
        let results = await work.texts(texts)
        try #require(results.count == 3)
        #expect(throws: TokenizeError.self) { try results[1].get() }
        for place in [0, 2] {
            #expect(try results[place].get().embedding == (try await Self.embedding(texts[place], work)))
        }
    }

    @Test("embeds a clip as it is embedded alone, whatever else is asked for meanwhile")
    func clips() async throws {
        let queue = try Self.queue()
        let alone = try Self.work()
        let paths = Array(try TestArchive.run().prefix(4)) + ["/no/such/file"]
        let texts = (0..<30).map { "valve \($0)" }
        async let others = queue.embed(texts: texts)
        let outcomes = try await withThrowingTaskGroup(of: (Int, ClipOutcome).self) { group in
            for (place, path) in paths.enumerated() {
                group.addTask { (place, try await queue.embed(path: path)) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(await others.allSatisfy { (try? $0.get()) != nil })
        for (place, path) in paths.enumerated() {
            switch (outcomes[place], try await alone.clip(path)) {
            case (.embedded(let one), .embedded(let other)): #expect(one.frames == other.frames)
            case (.quarantined(let one), .quarantined(let other)): #expect(one == other)
            default: Issue.record("\(path) ended otherwise")
            }
        }
    }

    @Test("remembers texts, in bounded memory, and computes equal ones once")
    func remembers() async throws {
        let queue = try Self.queue { ($0.cachedTexts, $0.window) = (8, .milliseconds(30)) }
        _ = await queue.embed(texts: [String](repeating: "valve", count: 12))
        #expect(await queue.counters().texts == 1)
        _ = try await queue.embed(text: "valve")
        #expect(await queue.counters().cacheHits == 1)
        for number in 0..<40 { _ = try await queue.embed(text: "valve \(number)") }
        _ = try await queue.embed(text: "valve 39")
        #expect(await queue.counters().cacheHits == 2)
        _ = try await queue.embed(text: "valve")
        #expect(await queue.counters().texts == 42, "what was not asked for lately is forgotten")
        let long = String(repeating: "valve ", count: 300)
        for _ in 0..<2 { _ = try await queue.embed(text: long) }
        #expect(await queue.counters().texts == 44, "a long text is not kept")
    }

    @Test("refuses what is more than may wait, at once, and says when to come again")
    func refuses() async throws {
        let gate = Gate()
        let queue = try Self.queue({ ($0.waiting, $0.batch, $0.cachedTexts) = (5, 1, 0) }) { work, texts in
            await gate.pass()
            return await work.texts(texts)
        }
        let flying = Task { await queue.embed(texts: ["a 0", "a 1"]) }
        try await Waiting.until { await queue.counters().running == 2 }
        let waiting = Task { await queue.embed(texts: (2..<7).map { "a \($0)" }) }
        try await Waiting.until { await queue.counters().waiting == 5 }
        // Two batches of one under way, five waiting: one more is too many.
        let refused = await #expect(throws: ServingError.self) { try await queue.embed(text: "more") }
        #expect(refused?.report.kind == .busy)
        #expect((refused?.retryAfter ?? .zero) >= .seconds(1))
        await gate.open()
        #expect(await (flying.value + waiting.value).allSatisfy { (try? $0.get()) != nil })
        _ = try await queue.embed(text: "more")
        #expect(await queue.counters().refused == 1)
    }

    @Test("lets go who gives up, waiting or under way, and nobody else", arguments: UInt64(0)..<20)
    func cancellation(seed: UInt64) async throws {
        let queue = try Self.queue({ ($0.batch, $0.cachedTexts, $0.waiting) = (3, 0, 64) }) { work, texts in
            try? await Task.sleep(for: .milliseconds(1))
            return await work.texts(texts)
        }
        var random = SplitMix64(seed: seed)
        let alone = try Self.work()
        let tasks = (0..<40).map { number in Task { try await queue.embed(text: "valve \(number)") } }
        var given: Set<Int> = []
        for _ in 0..<15 {
            try await Task.sleep(for: .microseconds(Int.random(in: 0...900, using: &random)))
            let number = Int.random(in: 0..<40, using: &random)
            tasks[number].cancel()
            given.insert(number)
        }
        for (number, task) in tasks.enumerated() {
            switch await task.result {
            case .success(let embedding):
                #expect(embedding.embedding == (try await Self.embedding("valve \(number)", alone)))
            case .failure(let error):
                #expect(error is CancellationError)
                #expect(given.contains(number))
            }
        }
        let counters = await queue.counters()
        #expect(counters.waiting == 0)
        #expect(counters.cancelled <= given.count)
        #expect(counters.failed == 0)
        _ = try await queue.embed(text: "goes on")
    }

    @Test("knows when the encoder gives other vectors than at the start")
    func probe() async throws {
        let vector = try Embedding(normalizing: [1, 2, 3])
        let other = try Embedding(normalizing: [1, 2, 4])
        let isSick = Mutable(false)
        var work = try Self.work()
        #expect(try await EncoderQueue(work).probe() > .zero)
        work.probe = { [isSick.value ? other : vector] }
        let queue = EncoderQueue(work)
        _ = try await queue.probe()
        _ = try await queue.embed(text: "known")
        isSick.value = true
        await #expect(throws: ServingError.unsound) { try await queue.probe() }
        // Meanwhile nothing is embedded: a wrong vector looks like any other.
        await #expect(throws: ServingError.unsound) { try await queue.embed(text: "valve") }
        await #expect(throws: ServingError.unsound) { try await queue.embed(text: "known") }
        let clip = try TestArchive.run()[0]
        await #expect(throws: ServingError.unsound) { try await queue.embed(path: clip) }
        isSick.value = false
        _ = try await queue.probe()
        _ = try await queue.embed(text: "valve")
    }

    @Test("is one for all queries of a server, which answer as without it")
    func isShared() async throws {
        let archive = try TestArchive()
        _ = try await archive.ingest(try TestArchive.run())
        let serving = try archive.workspace.serving()
        let index = try await serving.openIndex(for: .read)
        let space = try await index.space(serving: .prompt)
        let queue = try serving.encoderQueue(for: space)
        #expect(try serving.encoderQueue(for: space) === queue)
        let query = SearchQuery(.text("valve the valve"), page: Page(limit: 5), filter: SearchFilter())
        let found = try await query.run(in: index, workspace: serving)
        let plain = try await query.run(in: index, workspace: archive.workspace)
        #expect(try ResultCoding.encode(found) == ResultCoding.encode(plain))
        _ = try await query.run(in: index, workspace: serving)
        let counters = await queue.counters()
        #expect(counters.texts == 1)
        #expect(counters.cacheHits == 1)
        #expect(serving.encoderQueues.count == 1)
        let clip = try TestArchive.run()[0]
        let like = SearchQuery(.like(clip + ""), page: Page(limit: 3), filter: SearchFilter())
        #expect(
            try ResultCoding.encode(try await like.run(in: index, workspace: serving))
                == ResultCoding.encode(try await like.run(in: index, workspace: archive.workspace)))
        try await index.close()
    }

    @Test("embeds a prompt set's sentences for a server, once: the next start finds the vectors kept")
    func promptSets() async throws {
        let archive = try TestArchive()
        _ = try await archive.ingest([try TestArchive.run()[0]])
        let workspace = Workspace(
            settings: Settings(
                flags: [
                    .index: archive.scratch.path("index"), .models: try TinyModel.models(),
                    .model: TinyModel.name, .threads: "2",
                ], environment: ["XDG_CACHE_HOME": archive.scratch.path("cache")], file: .none))
        let index = try await workspace.openIndex(for: .read)
        let query = AskQuery(
            try await workspace.promptSet(named: "pacemaker", for: index), options: AskOptions())
        let plain = try await query.run(in: index, workspace: archive.workspace)
        let serving = try workspace.serving()
        let first = try await query.run(in: index, workspace: serving)
        let sentences = Set(query.set.expanded.map(\.text))
        #expect(await serving.encoderQueues.first?.counters().texts == sentences.count)
        let restarted = try workspace.serving()
        let again = try await query.run(in: index, workspace: restarted)
        #expect(restarted.encoderQueues.isEmpty, "nothing had to be embedded")
        for answer in [first, again] {
            #expect(try ResultCoding.encode(answer) == ResultCoding.encode(plain))
        }
        try await index.close()
    }
}
