/** Disjoint sets of strings, each named by one number. */
export class Partition {
  private readonly parent = new Map<string, string>();

  find(member: string): string {
    let root = member;
    for (let up = this.parent.get(root); up !== undefined && up !== root; up = this.parent.get(root)) root = up;
    this.parent.set(member, root);
    return root;
  }

  join(members: readonly string[]): void {
    const [first, ...rest] = members;
    if (first === undefined) return;
    for (const member of rest) this.parent.set(this.find(member), this.find(first));
  }

  members(): string[] {
    return [...this.parent.keys()];
  }
}
