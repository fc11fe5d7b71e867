import { mount } from 'svelte';
import worker from '../workers/engine.worker?worker&url';
import App from './App.svelte';
import { startEngine } from './engine/start';
import { consoleApi } from './notebook/console-api';
import { Workbench } from './notebook/workbench.svelte';
import './ui/tokens.css';
import './ui/base.css';

const bench = new Workbench(startEngine(worker));
const target = document.getElementById('app');
if (target) mount(App, { target, props: { bench } });

Object.assign(window, { rolecall: consoleApi(bench) });
