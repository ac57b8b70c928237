import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { TurnRecord } from "./app/turns.ts";
import { depth } from "./store/outbox.ts";
import type { Store } from "./store/store.ts";

/** Figures of the running station: counts of kinds, never who or what. */
export interface Metrics {
  witness(record: TurnRecord): void;
  /** The figures in Prometheus' text format. */
  text(): Promise<string>;
}

export function openMetrics(store: Store, now: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: "sanwu_turns_total",
    help: "Turns by outcome and intent.",
    labelNames: ["outcome", "intent"],
    registers: [registry],
  });
  const emergencies = new Counter({
    name: "sanwu_emergencies_total",
    help: "Emergencies read, by class and strength.",
    labelNames: ["class", "strength"],
    registers: [registry],
  });
  const answers = new Counter({
    name: "sanwu_answers_total",
    help: "Replies by kind.",
    labelNames: ["kind"],
    registers: [registry],
  });
  new Gauge({
    name: "sanwu_outbox_waiting",
    help: "Messages not sent yet.",
    registers: [registry],
    async collect() {
      this.set((await depth(store.db)).waiting);
    },
  });
  new Gauge({
    name: "sanwu_outbox_oldest_seconds",
    help: "Age of the oldest message not sent yet.",
    registers: [registry],
    async collect() {
      const { oldest } = await depth(store.db);
      this.set(oldest === null ? 0 : (now() - oldest) / 1000);
    },
  });
  return {
    witness({ outcome, reading, replies }) {
      turns.inc({ outcome, intent: reading?.intent ?? "none" });
      if (reading?.emergency)
        emergencies.inc({ class: reading.emergency.class, strength: reading.emergency.strength });
      for (const { kind } of replies) answers.inc({ kind });
    },
    text: () => registry.metrics(),
  };
}
