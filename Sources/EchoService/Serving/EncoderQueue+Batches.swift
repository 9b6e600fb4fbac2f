import EchoEncode

extension EncoderQueue {
    /// Waits for more texts, unless a batch is full, then works on them; one batch gathers at a time.
    func gather() async {
        guard !texts.isGathering, !texts.items.isEmpty, texts.batches < texts.width else { return }
        texts.isGathering = true
        if texts.items.count < limits.batch { try? await Task.sleep(for: limits.window) }
        texts.isGathering = false
        let batch = texts.takeOff(limits.batch)
        guard !batch.isEmpty else { return }
        texts.batches += 1
        counted.batches += 1
        counted.largestBatch = max(counted.largestBatch, batch.count)
        // For who came too late for this batch.
        Task { await gather() }
        await embed(batch)
        texts.batches -= 1
        Task { await gather() }
    }

    private func embed(_ batch: [WaitingLine<TextEmbedding>.Item]) async {
        let start = ContinuousClock.now
        for item in batch { noteStart(item.since, item.times, at: start) }
        var byText = Dictionary(grouping: batch, by: \.input)
        // What another batch computed while these waited.
        for (text, items) in byText {
            guard let kept = cache.find(text) else { continue }
            counted.cacheHits += items.count
            for item in items { texts.answer(item.ticket, .success(kept)) }
            byText[text] = nil
        }
        guard !byText.isEmpty else { return }
        let wanted = Array(byText.keys)
        let begun = ContinuousClock.now
        let results = await work.texts(wanted)
        let seconds = (ContinuousClock.now - begun) / .seconds(1)
        precondition(results.count == wanted.count, "\(results.count) results of \(wanted.count) texts")
        counted.workSeconds += seconds
        for (text, result) in zip(wanted, results) {
            counted.texts += 1
            switch result {
            case .success(let embedding):
                if text.utf8.count <= EncoderLimits.longestCachedText { cache.keep(embedding, for: text) }
            case .failure: counted.failed += 1
            }
            for item in byText[text] ?? [] {
                item.times?.add(work: seconds / Double(wanted.count))
                texts.answer(item.ticket, result)
            }
        }
    }

    /// Counts how long somebody waited until their work began.
    private func noteStart(
        _ since: ContinuousClock.Instant, _ times: EncoderTimes?, at start: ContinuousClock.Instant
    ) {
        let waited = (start - since) / .seconds(1)
        counted.queueSeconds += waited
        times?.add(queue: waited)
    }

    /// Works on the clips that wait, the longest first, where there is a place.
    func takeClips() async {
        while clips.batches < clips.width, let item = clips.takeOff(1).first {
            clips.batches += 1
            let start = ContinuousClock.now
            noteStart(item.since, item.times, at: start)
            let result: Result<ClipOutcome, any Error>
            do { result = .success(try await work.clip(item.input)) } catch { result = .failure(error) }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            counted.workSeconds += seconds
            item.times?.add(work: seconds)
            counted.clips += 1
            if case .failure = result { counted.failed += 1 }
            clips.answer(item.ticket, result)
            clips.batches -= 1
        }
    }
}
